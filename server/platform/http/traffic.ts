import type { FastifyInstance } from 'fastify'

const bucketsSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

interface Counted {
  byClass: Map<string, number>
  /** How many took at most so long, by the bounds above. */
  within: number[]
  sumSeconds: number
  count: number
}

/**
 * Counts requests by the template of their route (`/api/v1/members/:personId`, never the address itself), the class of their status, and how long
 * they took. Nothing in it tells who asked or about whom.
 */
export class Traffic {
  readonly #routes = new Map<string, Counted>()

  /** Counts every answer of the server from now on. */
  count(app: FastifyInstance): void {
    app.addHook('onResponse', async (request, reply) => {
      const route = `${request.method} ${request.routeOptions.url ?? 'unmatched'}`
      this.#add(route, `${Math.floor(reply.statusCode / 100)}xx`, reply.elapsedTime / 1000)
    })
  }

  #add(route: string, status: string, seconds: number): void {
    // Methods that nobody declared are made up by clients: they share one line.
    const name = /^(GET|HEAD|POST|PUT|PATCH|DELETE) /.test(route) ? route : 'OTHER unmatched'
    let counted = this.#routes.get(name)
    if (counted === undefined) {
      counted = { byClass: new Map(), within: bucketsSeconds.map(() => 0), sumSeconds: 0, count: 0 }
      this.#routes.set(name, counted)
    }
    counted.byClass.set(status, (counted.byClass.get(status) ?? 0) + 1)
    counted.sumSeconds += seconds
    counted.count += 1
    bucketsSeconds.forEach((bound, at) => (counted.within[at]! += seconds <= bound ? 1 : 0))
  }

  /** The figures as lines for Prometheus. */
  lines(): string[] {
    const names = [...this.#routes.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
    return [
      '# TYPE gonghui_http_requests_total counter',
      ...names.flatMap(([route, { byClass }]) =>
        [...byClass].map(
          ([status, count]) => `gonghui_http_requests_total{${labels(route)},status="${status}"} ${count}`,
        ),
      ),
      '# TYPE gonghui_http_request_seconds histogram',
      ...names.flatMap(([route, counted]) => histogram(route, counted)),
    ]
  }
}

function histogram(route: string, { within, sumSeconds, count }: Counted): string[] {
  const name = 'gonghui_http_request_seconds'
  return [
    ...bucketsSeconds.map((bound, at) => `${name}_bucket{${labels(route)},le="${bound}"} ${within[at]}`),
    `${name}_bucket{${labels(route)},le="+Inf"} ${count}`,
    `${name}_sum{${labels(route)}} ${sumSeconds.toFixed(6)}`,
    `${name}_count{${labels(route)}} ${count}`,
  ]
}

function labels(route: string): string {
  const [method, ...path] = route.split(' ')
  return `method="${method}",route="${path.join(' ')}"`
}
