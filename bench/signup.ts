import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { projectRoot } from '#server/platform/project-root.ts'
import type { Result } from '#tools/bench.ts'
import { withBenchDatabase } from './measures/database.ts'
import { median, rangeOf } from './measures/median.ts'
import { listen, output, postgresSeconds, processorSeconds, type Listener } from './members/processes.ts'
import { makeSignupData, openEvent, type SignupData } from './signup/data.ts'

export const name = 'signup'

const people = 5000
const capacity = 700
const rounds = Number(process.env.GONGHUI_BENCH_ROUNDS ?? 3)
const goals = { shareOfBare: 0.6, p99OfBare: 2 }
const serverPort = 18_473

/**
 * 5,000 workers race for 700 places over 64 and 256 connections: bare, ours, and ours as two processes, in turn. Everybody has opened a page
 * before, as people do who wait for registration to open.
 */
export function run(): Promise<Result[]> {
  return withBenchDatabase(name, async ({ folder, keyFile, keys, appUrl, owner }) => {
    const data = await makeSignupData(owner, { keys, count: people })
    const place = { folder, appUrl, keyFile, owner, data, postmaster: postmasterOf(folder) }
    return [...(await measure(place, 64)), ...(await measure(place, 256))]
  })
}

interface Place {
  folder: string
  appUrl: string
  keyFile: string
  owner: pg.Client
  data: SignupData
  postmaster: number
}

interface Load {
  perSecond: number
  seconds: number
  p50: number
  p99: number
  said: Record<string, number>
  numbersOnce: boolean
  failures: string[]
  /** Of the server (with two processes: of the one that holds them) and of PostgreSQL, for one request. */
  processorMilliseconds: number
  databaseMilliseconds: number
}

async function measure(place: Place, connections: number): Promise<Result[]> {
  const loads: Record<'bare' | 'ours' | 'workers', Load[]> = { bare: [], ours: [], workers: [] }
  for (let round = 1; round <= rounds; round += 1) {
    loads.bare.push(await raceBare(place, connections))
    loads.ours.push(await raceOurs(place, { connections, workers: 1 }))
    loads.workers.push(await raceOurs(place, { connections, workers: 2 }))
    const told = Object.entries(loads).map(([who, all]) => {
      const { perSecond, p99, processorMilliseconds } = all.at(-1)!
      return `${who} ${perSecond.toFixed(0)}/s p99 ${p99.toFixed(0)} ms ${processorMilliseconds.toFixed(2)} CPU ms`
    })
    console.log(`  ${connections} connections, round ${round}: ${told.join(', ')}`)
  }
  const { bare } = loads
  return [
    ...figures(`signup.${connections}`, loads.ours, bare),
    ...figures(`signup.${connections}.two-processes`, loads.workers, bare),
  ]
}

async function raceBare(place: Place, connections: number): Promise<Load> {
  const eventId = await newEvent(place)
  const bare = await listen(join(projectRoot, 'bench/bare/signup-server.mjs'), {
    DATABASE_URL: place.appUrl,
    BENCH_SIGNUP: JSON.stringify({ tenantId: place.data.tenantId, eventId, capacity, port: serverPort }),
  })
  const requests = place.data.workers.map(({ personId }) => ({
    method: 'POST',
    path: `/${personId}`,
    headers: {},
    body: '{}',
  }))
  return race(place, { server: bare, eventId, connections, requests, before: null })
}

async function raceOurs(
  place: Place,
  { connections, workers }: { connections: number; workers: number },
): Promise<Load> {
  const eventId = await newEvent(place)
  const server = await listen(join(projectRoot, 'bench/signup/serve.ts'), {
    BENCH_SERVER: JSON.stringify({
      databaseUrl: place.appUrl,
      keyFile: place.keyFile,
      dataFolder: place.folder,
      workers,
      port: serverPort,
    }),
  })
  const path = `/api/v1/events/${eventId}/registration`
  const looks = place.data.workers.map(({ cookie }) => ({
    method: 'GET',
    path: '/api/v1/me',
    headers: { cookie },
  }))
  const requests = place.data.workers.map(({ cookie, csrf }) => ({
    method: 'POST',
    path,
    headers: { cookie, 'x-csrf-token': csrf },
    body: '{}',
  }))
  // Nearly every process has seen nearly everybody: whoever opened the page at one may register at the other.
  const before = Array.from({ length: workers * 2 - 1 }, () => looks).flat()
  return race(place, { server, eventId, connections, requests, before })
}

interface Race {
  server: Listener
  eventId: string
  connections: number
  requests: readonly object[]
  before: readonly object[] | null
}

async function race(place: Place, { server, eventId, connections, requests, before }: Race): Promise<Load> {
  const file = join(projectRoot, 'bench/signup/load.mjs')
  const send = async (sent: readonly object[], over: number) =>
    JSON.parse(
      await output(process.execPath, [file], {
        input: JSON.stringify({ url: server.url, requests: sent, connections: over }),
      }),
    ) as Omit<Load, 'processorMilliseconds' | 'databaseMilliseconds'>
  try {
    if (before !== null) await send(before, 16)
    const used = () => [processorSeconds(server.pid), postgresSeconds(place.postmaster)] as const
    const [serverBefore, databaseBefore] = used()
    const load = await send(requests, connections)
    const [serverAfter, databaseAfter] = used()
    const perRequest = (seconds: number) => (seconds * 1000) / requests.length
    await mustBeFair(place, eventId, load)
    const databaseMilliseconds = perRequest(databaseAfter - databaseBefore)
    const processorMilliseconds = perRequest(serverAfter - serverBefore) + databaseMilliseconds
    return { ...load, processorMilliseconds, databaseMilliseconds }
  } finally {
    await server.stop()
  }
}

/** Exactly as many have a place as there are, nobody stands there twice, and everybody else has a number of their own. */
async function mustBeFair(
  { owner, data }: Place,
  eventId: string,
  load: Omit<Load, 'processorMilliseconds' | 'databaseMilliseconds'>,
): Promise<void> {
  const { rows } = await owner.query<{ state: string; count: number; people: number }>(
    `select state, count(*)::int as count, count(distinct person_id)::int as people from registrations
     where tenant_id = $1 and event_id = $2 group by state order by state`,
    [data.tenantId, eventId],
  )
  const told = JSON.stringify({ rows, said: load.said, failures: load.failures })
  const [admitted, waiting] = rows
  if (admitted?.count !== capacity || admitted.people !== capacity || waiting?.people !== people - capacity)
    throw new Error(`the race was not fair: ${told}`)
  if (load.said.admitted !== capacity || load.said.waiting !== people - capacity || !load.numbersOnce)
    throw new Error(`the answers were wrong: ${told}`)
}

let events = 0
async function newEvent({ owner, data }: Place): Promise<string> {
  events += 1
  const id = await openEvent(owner, { data, capacity, name: String(events) })
  await owner.query('vacuum (analyze) registrations, registration_steps, audit_entries, event_places')
  await owner.query('checkpoint')
  return id
}

function figures(figure: string, ours: readonly Load[], bare: readonly Load[]): Result[] {
  const of = (loads: readonly Load[], pick: (load: Load) => number) => median(loads.map(pick))
  const speed = (load: Load) => load.perSecond
  const p99 = (load: Load) => load.p99
  return [
    {
      name: figure,
      unit: '/s',
      ours: of(ours, speed),
      bare: of(bare, speed),
      limit: of(bare, speed),
      ratio: of(ours, speed) / of(bare, speed),
      goal: goals.shareOfBare,
      higherIsBetter: true,
      range: rangeOf(ours.map(speed)),
      details: {
        bareRange: rangeOf(bare.map(speed)),
        processorMillisecondsOurs: of(ours, (load) => load.processorMilliseconds),
        databaseMillisecondsOurs: of(ours, (load) => load.databaseMilliseconds),
        databaseMillisecondsBare: of(bare, (load) => load.databaseMilliseconds),
        processorMillisecondsBare: of(bare, (load) => load.processorMilliseconds),
        said: ours.at(-1)!.said,
      },
    },
    {
      name: `${figure}.p99`,
      unit: 'ms',
      ours: of(ours, p99),
      bare: of(bare, p99),
      limit: of(bare, p99),
      ratio: of(ours, p99) / of(bare, p99),
      goal: goals.p99OfBare,
      higherIsBetter: false,
      range: rangeOf(ours.map(p99)),
    },
  ]
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}
