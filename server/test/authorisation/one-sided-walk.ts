import { modules } from '#server/app.ts'
import type { Operation } from '#contract/operation.ts'
import type { TestClient } from '#server/test/client.ts'
import type { ProbeRequest } from './probe.ts'
import { probes } from './probes/all.ts'
import type { Sameness } from './sameness.ts'
import type { Twin } from './twin-worlds.ts'
import type { Place } from './world.ts'

/** Somebody who walks, and where they are at home. */
export interface Walker {
  name: string
  client: TestClient
  home: Place
}

/** What stands at the evening, for reads to aim at. */
export interface Aim {
  eventId: string
  /** The one who was chosen. */
  personId: string
  badgeNo: number
}

/** One step of a walk: who asked for what, and what came. */
export interface Step {
  who: string
  what: string
  came: string
}

// They end the walker's own session, or answer with what is drawn by lot, follows the second, or is the machine's: a new secret, the code of a
// card, free bytes, the number of chains the audit log happens to have.
const leftOut = ['/sessions', '/sessions/current', '/me/totp', '/me/card', '/system', '/audit/state']

/** Every operation of the product as a request: its probe, and each read aimed at the evening and at whoever was chosen there. */
function requestsAt(home: Place, aim: Aim): { operationId: string; request: ProbeRequest }[] {
  const routes = modules.flatMap((module) => module.routes).filter((each) => each.kind !== 'events')
  const all = routes
    .filter(({ operation }) => !leftOut.includes(operation.path))
    .flatMap(({ operationId, operation }) => {
      const tried = [probeOf(operationId, home)]
      if (operation.method === 'GET') tried.push({ method: 'GET', path: pathOf(operation, home, aim) })
      return tried.flatMap((request) => (request === null ? [] : [{ operationId, request }]))
    })
  return [...new Map(all.map((each) => [`${each.request.method} ${each.request.path}`, each])).values()]
}

/** Walks all of it as one of them, in a fixed order, and gives what came with everything made anew taken out. */
export async function walk(
  twin: Twin,
  walker: Walker,
  { aim, sameness }: { aim: Aim; sameness: Sameness },
): Promise<Step[]> {
  const steps: Step[] = []
  for (const { request } of requestsAt(walker.home, aim)) {
    const answer = await twin.app.inject({
      method: request.method,
      url: `/api/v1${request.path}`,
      headers: walker.client.headers,
      ...(request.body === undefined ? {} : { payload: request.body }),
    })
    const type = String(answer.headers['content-type'])
    // A workbook has the time of its making inside: of files that are not text the kind counts.
    const body = /json|text|calendar/.test(type) ? sameness.plain(answer.body) : ''
    steps.push({
      who: walker.name,
      what: `${request.method} ${sameness.plain(request.path)}`,
      came: `${answer.statusCode} ${type} ${body}`,
    })
  }
  return steps
}

/** What differs between two walks, as sentences. */
export function differencesOf(one: readonly Step[], other: readonly Step[]): string[] {
  return one.flatMap((step, at) => {
    const twin = other[at]!
    if (step.came === twin.came && step.what === twin.what) return []
    const from = [...step.came].findIndex((letter, place) => letter !== twin.came[place])
    const near = (text: string) => text.slice(Math.max(0, from - 60), from + 60)
    return [`${step.who}: ${step.what}: …${near(step.came)}… and …${near(twin.came)}…`]
  })
}

function probeOf(operationId: string, home: Place): ProbeRequest | null {
  const probe = probes[operationId]
  if (probe === undefined) return null
  if ('plain' in probe) return probe.plain()
  return 'lists' in probe ? probe.lists() : probe.aimed(home, home)
}

function pathOf(operation: Operation, home: Place, aim: Aim): string {
  const at: Record<string, string> = {
    eventId: aim.eventId,
    personId: aim.personId,
    memberId: aim.personId,
    organisationId: home.organisationId,
    unionId: home.organisationId,
    badge: String(aim.badgeNo),
  }
  return operation.path.replace(/:(\w+)/g, (_, name: string) => at[name] ?? home.taskId)
}
