import type { Actor } from '../actor.ts'
import { inTenantPipelined } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { hasQueued } from '../jobs.ts'
import type { Platform } from '../platform.ts'
import { eachOnceOnly, type Answer, type NamedWrite } from './kept-answers.ts'
import type { BatchedRoute } from './route.ts'

/** A request that is served together with others. */
export interface Together {
  actor: Actor
  input: unknown
  named: NamedWrite | null
}

type Given = (Answer & { repeated: boolean }) | AppError

interface Waiting extends Together {
  resolve: (answer: Answer & { repeated: boolean }) => void
  reject: (error: unknown) => void
}

/** So many requests at most share a transaction: more would only make the first of them wait. */
const mostTogether = 256

/**
 * Serves requests about one thing in common transactions: while one is under way, those that come gather for the next. A process has one
 * transaction about a thing at a time; several processes meet at the lock that the command takes.
 */
export class Batches {
  readonly #platform: Platform
  readonly #route: BatchedRoute
  readonly #shape: (output: unknown) => Answer
  readonly #gathering = new Map<string, Waiting[]>()

  constructor(platform: Platform, route: BatchedRoute, shape: (output: unknown) => Answer) {
    this.#platform = platform
    this.#route = route
    this.#shape = shape
  }

  /** The request's own answer. @throws its own AppError, or what went wrong when it was served alone. */
  serve(request: Together): Promise<Answer & { repeated: boolean }> {
    const key = `${request.actor.tenantId} ${this.#route.about(request.input as never)}`
    return new Promise((resolve, reject) => {
      const waiting = { ...request, resolve, reject }
      const others = this.#gathering.get(key)
      if (others !== undefined) return void others.push(waiting)
      this.#gathering.set(key, [waiting])
      // What has arrived in this turn of the loop is read first.
      setImmediate(() => void this.#serveAll(key))
    })
  }

  async #serveAll(key: string): Promise<void> {
    for (;;) {
      const waiting = this.#gathering.get(key)!
      if (waiting.length === 0) break
      const settled = await this.#serveSome(takeBatch(waiting))
      // The database begins with the next ones before these are answered: neither waits for the other.
      setImmediate(() => settled.forEach((settle) => settle()))
    }
    this.#gathering.delete(key)
  }

  /** Serves them, and gives what tells each of them. */
  async #serveSome(batch: readonly Waiting[]): Promise<(() => void)[]> {
    try {
      const answers = await this.#together(batch)
      return batch.map((waiting, at) => () => settle(waiting, answers[at]!))
    } catch (error) {
      // One of them must not fail the others: whoever it was, fails alone.
      if (batch.length === 1) return [() => batch[0]!.reject(error)]
      const alone: (() => void)[] = []
      for (const each of batch) alone.push(...(await this.#serveSome([each])))
      return alone
    }
  }

  async #together(batch: readonly Waiting[]): Promise<Given[]> {
    let wake = false
    const given = await inTenantPipelined(this.#platform, batch[0]!.actor.tenantId, async (tx) => {
      const answers = await eachOnceOnly(tx, batch, async (first) => {
        const outputs = await this.#route.run(tx, first as never)
        return outputs.map((output) => (output instanceof AppError ? output : this.#shape(output)))
      })
      wake = hasQueued(tx)
      return answers
    })
    if (wake) this.#platform.jobs.wake()
    return given
  }
}

/** Takes the first in line; a second request of one account waits for the next transaction, where it finds what the first did. */
function takeBatch(waiting: Waiting[]): Waiting[] {
  const accounts = new Set<string>()
  const batch: Waiting[] = []
  const later: Waiting[] = []
  for (const each of waiting) {
    const { accountId } = each.actor
    if (batch.length === mostTogether || accounts.has(accountId)) later.push(each)
    else batch.push(each)
    accounts.add(accountId)
  }
  waiting.splice(0, waiting.length, ...later)
  return batch
}

function settle({ resolve, reject }: Waiting, answer: Given): void {
  if (answer instanceof AppError) reject(answer)
  else resolve(answer)
}
