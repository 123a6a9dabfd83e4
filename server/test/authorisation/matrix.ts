import type { ErrorBody } from '#contract/errors.ts'
import type { TestClient } from '#server/test/client.ts'
import { policy, type Asker, type Reach } from './policy.ts'
import type { Probe, ProbeRequest } from './probe.ts'
import { probes } from './probes/all.ts'
import type { Place, World } from './world.ts'

/** One cell of the matrix: who tries what, where, and what must come of it. */
export interface Cell {
  operationId: string
  role: Asker
  place: Place | null
  expected: Expected
}

/** `allowed`: anything but a refusal of access. The rest are the three ways access is refused. */
export type Expected = 'allowed' | 'must sign in' | 'no such function' | 'not there'

/** Every operation × role × place, in an order that meets each kind of fault early: places first, then roles, then operations. */
export function cellsOf(world: World): Cell[] {
  const cells: Cell[] = []
  for (const [operationId, probe] of Object.entries(probes)) {
    for (const role of Object.keys(world.clients) as Asker[]) {
      const reach = policy[probe.is][role]
      if (!('aimed' in probe)) cells.push({ operationId, role, place: null, expected: expectedPlain(reach) })
      else
        for (const place of placesFor(world, role, reach))
          cells.push({ operationId, role, place, expected: expectedAt(reach, world.homes[role], place) })
    }
  }
  return cells
}

/** A function somebody lacks altogether is refused before any place is looked at: it is tried at home and in another tenant. */
function placesFor(world: World, role: Asker, reach: Reach): readonly Place[] {
  if (reach !== 'no' && reach !== 'must sign in') return world.places
  const home = world.homes[role]
  return [home, world.places.find((place) => place.tenantId !== home.tenantId)!]
}

/** Tries cells, some at a time; gives what went wrong in the order of the cells, and stops when `enough` says so. */
export async function failuresOf(
  world: World,
  cells: readonly Cell[],
  enough: (failures: number) => boolean,
): Promise<string[]> {
  const failures: string[] = []
  for (let at = 0; at < cells.length && !enough(failures.length); at += atOnce) {
    const some = await Promise.all(cells.slice(at, at + atOnce).map((cell) => failureOf(world, cell)))
    failures.push(...some.filter((failure) => failure !== null))
  }
  return failures
}

// Cells change nothing, so they need not wait for each other; more than the server has connections would.
const atOnce = 8

/** Tries one cell; null when it came out as expected, otherwise a sentence that says what went wrong. */
async function failureOf(world: World, cell: Cell): Promise<string | null> {
  const probe = probes[cell.operationId]!
  const client = world.clients[cell.role]
  const answer = await send(client, requestOf(probe, cell.place, world.homes[cell.role]))
  const came = outcomeOf(answer.status, cell)
  const where = cell.place === null ? '' : ` at ${cell.place.name}`
  if (answer.status >= 500) return `${cell.role}, ${cell.operationId}${where}: an accident (${answer.status})`
  if (came !== cell.expected) {
    return `${cell.role}, ${cell.operationId}${where}: expected ${cell.expected}, came ${came} (${answer.status} ${answer.code})`
  }
  if (came === 'allowed' && 'lists' in probe) return listFailure(world, { cell, probe, body: answer.body })
  if (cell.expected !== 'not there') return null
  const nothing = await send(client, requestOf(probe, world.nowhere, world.homes[cell.role]))
  return nothing.text === answer.text
    ? null
    : `${cell.role}, ${cell.operationId}${where}: “not yours” differs from “not there”`
}

interface Listing {
  cell: Cell
  probe: Extract<Probe, { lists: unknown }>
  body: unknown
}

/** A list must show what stands at the places in scope, all of it and nothing else. */
function listFailure(world: World, { cell, probe, body }: Listing): string | null {
  const listed = new Set(probe.organisationIdsOf(body as never))
  const reach = policy[probe.is][cell.role]
  const wrong = world.places.filter(
    (place) =>
      listed.has(place.organisationId) !== (expectedAt(reach, world.homes[cell.role], place) === 'allowed'),
  )
  return wrong.length === 0
    ? null
    : `${cell.role}, ${cell.operationId}: wrong about ${wrong.map((place) => place.name).join(', ')}`
}

function expectedPlain(reach: Reach): Expected {
  if (reach === 'must sign in') return 'must sign in'
  return reach === 'no' ? 'no such function' : 'allowed'
}

function expectedAt(reach: Reach, home: Place, place: Place): Expected {
  switch (reach) {
    case 'must sign in':
      return 'must sign in'
    case 'no':
      return 'no such function'
    case 'everything below':
      return place.ledBy.includes(home.organisationId) ? 'allowed' : 'not there'
    case 'own unit':
      return place.organisationId === home.organisationId ? 'allowed' : 'not there'
    case 'whole tenant':
      return place.tenantId === home.tenantId ? 'allowed' : 'not there'
    case 'only what is their own':
      return 'not there'
  }
}

function requestOf(probe: Probe, place: Place | null, home: Place): ProbeRequest {
  if ('plain' in probe) return probe.plain()
  return 'lists' in probe ? probe.lists() : probe.aimed(place!, home)
}

function outcomeOf(status: number, cell: Cell): Expected {
  if (status === 403) return 'no such function'
  if (status === 404 && cell.place !== null) return 'not there'
  // Signing in with nothing also answers "sign in": there the function itself is everybody's.
  if (status === 401 && cell.expected !== 'allowed') return 'must sign in'
  return 'allowed'
}

async function send(client: TestClient, { method, path, body }: ProbeRequest) {
  const answer = await client.request<ErrorBody>(method, path, body)
  const { error } = (answer.body ?? {}) as Partial<ErrorBody>
  return {
    status: answer.status,
    code: error?.code ?? '',
    text: JSON.stringify({ ...error, requestId: '' }),
    body: answer.body,
  }
}
