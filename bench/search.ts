import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { searchOf } from '#server/modules/people/rules/tokens.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import { randomFrom } from '#tools/generate/random.ts'
import type { Result } from '#tools/bench.ts'
import { withBenchDatabase } from './measures/database.ts'
import { median, rangeOf } from './measures/median.ts'
import { makeMembers, multiplyMembers, type MemberData } from './members/data.ts'
import { findPgbench, pgbenchPerSecond, writePgbenchScript } from './members/pgbench.ts'
import { listen, output, postgresSeconds, processorSeconds } from './members/processes.ts'
import { searchStatement, type SearchStatement } from './members/statement.ts'

export const name = 'search'

const connections = 16
const rounds = 3
const seconds = Number(process.env.GONGHUI_BENCH_SECONDS ?? 8)
const goals = { shareOfBare: 0.6, p99Milliseconds: 100, processorGrowth: 3 }

/** Member list of a street, two Chinese characters, 20 rows and the exact total, at 144,500 and 1,445,000 members: ours, bare, pgbench in turn. */
export function run(): Promise<Result[]> {
  return withBenchDatabase(name, async ({ folder, keyFile, keys, appUrl, owner }) => {
    const data = await makeMembers(owner, keys)
    const statement = await searchStatement(appUrl, keys, data)
    const place: Place = { folder, appUrl, keyFile, owner, data, statement, postmaster: postmasterOf(folder) }
    const small = await measure(place, '144500')
    await multiplyMembers(owner)
    const large = await measure(place, '1445000')
    return [...figures('144500', small, 0.25), ...figures('1445000', large, 0.55), growth(small, large)]
  })
}

interface Place {
  folder: string
  appUrl: string
  keyFile: string
  owner: pg.Client
  data: MemberData
  statement: SearchStatement
  postmaster: number
}

interface Load {
  perSecond: number
  count: number
  p99: number
  wrong: number
  processorMilliseconds: number
}

interface Measured {
  ours: Load[]
  bare: Load[]
  pgbench: number[]
}

async function measure(place: Place, size: string): Promise<Measured> {
  const asked = searchesOf(place.data)
  const pgbench = findPgbench()
  const script = await writePgbenchScript(place.owner, place.folder, { statement: place.statement, asked })
  const measured: Measured = { ours: [], bare: [], pgbench: [] }
  for (let round = 0; round < rounds; round++) {
    measured.bare.push(await loadBare(place, asked))
    measured.ours.push(await loadOurs(place, asked))
    if (pgbench !== null)
      measured.pgbench.push(
        await pgbenchPerSecond(pgbench, {
          databaseUrl: place.appUrl,
          tenantId: place.data.tenantId,
          file: script,
          connections,
          seconds,
        }),
      )
    const [bare, ours] = [measured.bare[round]!, measured.ours[round]!]
    console.log(
      `  ${size} round ${round + 1}: bare ${bare.perSecond.toFixed(0)}/s p99 ${bare.p99.toFixed(0)} ms, ` +
        `ours ${ours.perSecond.toFixed(0)}/s p99 ${ours.p99.toFixed(0)} ms, pgbench ${measured.pgbench[round]?.toFixed(0) ?? 'absent'}/s`,
    )
  }
  return measured
}

interface Asked {
  token: number
  streetId: string
  path: string
  cookie: string
}

/** Searches by the first two characters of members drawn by chance, as often as such names occur, by officers of all streets. */
function searchesOf({ names, officers }: MemberData): Asked[] {
  const random = randomFrom('bench searches')
  return Array.from({ length: 2000 }, (_, at) => {
    const q = [...random.pick(names)].slice(0, 2).join('')
    const search = searchOf(q)
    const { streetId, cookie } = officers[at % officers.length]!
    const token = search?.kind === 'characters' ? search.tokens[0]! : 0
    const query = `organisationId=${streetId}&includeSubtree=true&limit=20&q=${encodeURIComponent(q)}`
    return { token, streetId, cookie, path: `/api/v1/members?${query}` }
  })
}

async function loadBare(place: Place, asked: Asked[]): Promise<Load> {
  const url = new URL(place.appUrl)
  url.searchParams.set('options', `-c app.tenant=${place.data.tenantId}`)
  const bare = await listen(join(projectRoot, 'bench/bare/members.mjs'), {
    DATABASE_URL: url.href,
    BENCH_STATEMENT: JSON.stringify(place.statement),
  })
  const requests = asked.map(({ token, streetId }) => ({
    path: `/?token=${token}&organisationId=${streetId}`,
  }))
  return load(place, bare, requests)
}

async function loadOurs(place: Place, asked: Asked[]): Promise<Load> {
  const ours = await listen(join(projectRoot, 'bench/members/serve.ts'), {
    BENCH_SERVER: JSON.stringify({
      databaseUrl: place.appUrl,
      keyFile: place.keyFile,
      dataFolder: place.folder,
    }),
  })
  return load(place, ours, asked)
}

async function load(
  place: Place,
  server: Awaited<ReturnType<typeof listen>>,
  requests: { path: string; cookie?: string }[],
): Promise<Load> {
  const press = async (forSeconds: number) => {
    const plan = { url: server.url, requests, connections, seconds: forSeconds }
    const file = join(projectRoot, 'bench/members/load.mjs')
    const text = await output(process.execPath, [file], { input: JSON.stringify(plan) })
    return JSON.parse(text) as Omit<Load, 'processorMilliseconds'>
  }
  try {
    await press(2)
    const used = () => processorSeconds(server.pid) + postgresSeconds(place.postmaster)
    const before = used()
    const answer = await press(seconds)
    return { ...answer, processorMilliseconds: ((used() - before) * 1000) / answer.count }
  } finally {
    await server.stop()
  }
}

function figures(size: string, measured: Measured, slowestYardstick: number): Result[] {
  const each = (loads: readonly Load[], of: (load: Load) => number) => loads.map(of)
  const ours = median(each(measured.ours, (load) => load.perSecond))
  const bare = median(each(measured.bare, (load) => load.perSecond))
  const limit = measured.pgbench.length === 0 ? bare : median(measured.pgbench)
  const wrong = [...measured.ours, ...measured.bare].reduce((sum, load) => sum + load.wrong, 0)
  const invalid =
    wrong > 0
      ? `${wrong} wrong answers`
      : measured.pgbench.length === 0
        ? 'pgbench is not installed: the yardstick was not checked'
        : bare / limit < slowestYardstick
          ? `bare is ${(bare / limit).toFixed(2)} of pgbench, less than ${slowestYardstick}: a slow yardstick`
          : undefined
  const told = invalid === undefined ? {} : { invalid }
  const p99 = each(measured.ours, (load) => load.p99)
  return [
    {
      name: `search.${size}`,
      unit: '/s',
      ours,
      bare,
      limit,
      ratio: ours / bare,
      goal: goals.shareOfBare,
      higherIsBetter: true,
      range: rangeOf(each(measured.ours, (load) => load.perSecond)),
      ...told,
      details: {
        bareRange: rangeOf(each(measured.bare, (load) => load.perSecond)),
        bareToPgbench: Number((bare / limit).toFixed(2)),
        processorMillisecondsOurs: median(each(measured.ours, (load) => load.processorMilliseconds)),
        processorMillisecondsBare: median(each(measured.bare, (load) => load.processorMilliseconds)),
        p99Bare: median(each(measured.bare, (load) => load.p99)),
      },
    },
    {
      name: `search.${size}.p99`,
      unit: 'ms',
      ours: median(p99),
      bare: median(each(measured.bare, (load) => load.p99)),
      limit: goals.p99Milliseconds,
      ratio: median(p99) / goals.p99Milliseconds,
      goal: 1,
      higherIsBetter: false,
      range: rangeOf(p99),
    },
  ]
}

/** Processor time of one request with ten times the rows, over that with the rows once. */
function growth(small: Measured, large: Measured): Result {
  const of = (measured: Measured) => measured.ours.map((load) => load.processorMilliseconds)
  const ratio = median(of(large)) / median(of(small))
  return {
    name: 'search.processor-growth',
    unit: 'ms a request',
    ours: median(of(large)),
    limit: median(of(small)),
    ratio,
    goal: goals.processorGrowth,
    higherIsBetter: false,
    range: rangeOf(of(large)),
  }
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}
