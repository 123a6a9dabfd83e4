import { join } from 'node:path'
import type pg from 'pg'
import { modules } from '#server/app.ts'
import { figureDifferences, foldFigures } from '#server/modules/measures/index.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { readMasterKeys } from '#server/platform/master-keys.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import type { Result } from '#tools/bench.ts'
import { withBenchDatabase } from './measures/database.ts'
import { makeCityOfficers, makeEvents } from './dashboard/data.ts'
import { upkeepOf } from './dashboard/upkeep.ts'
import { median, rangeOf } from './measures/median.ts'
import { makeMembers, multiplyMembers } from './members/data.ts'
import { listen, output } from './members/processes.ts'

export const name = 'dashboard'

const connections = 16
const rounds = 3
const seconds = Number(process.env.GONGHUI_BENCH_SECONDS ?? 8)
const goals = { shareOfBare: 0.6, p99Milliseconds: 100, growth: 1.1, upkeep: 0.15 }
const definitions = modules.flatMap((module) => module.measures ?? [])

/** All figures of a city's home page: 1,445,000 members, five years of events with 200,000 sheets, then ten. GONGHUI_BENCH_DATA=small: a tenth of the members. */
export function run(): Promise<Result[]> {
  return withBenchDatabase(name, async ({ folder, keyFile, keys, ownerUrl, appUrl, owner }) => {
    const { tenantId } = await makeMembers(owner, keys)
    if (process.env.GONGHUI_BENCH_DATA !== 'small') await multiplyMembers(owner)
    const { federationId, cookies } = await makeCityOfficers(owner, tenantId, connections)
    await makeEvents(owner, { tenantId, years: 5, back: 0 })
    const place: Place = { folder, appUrl, ownerUrl, keyFile, owner, tenantId, federationId, cookies }
    await fold(place)
    const five = await measure(place, 'five years')
    const upkeep = await upkeepOf(owner, tenantId)
    await makeEvents(owner, { tenantId, years: 5, back: 5 })
    await fold(place)
    const ten = await measure(place, 'ten years')
    return [...figures(five), growth(five, ten), upkeepResult(upkeep), await differences(place)]
  })
}

interface Place {
  folder: string
  appUrl: string
  ownerUrl: string
  keyFile: string
  owner: pg.Client
  tenantId: string
  federationId: string
  cookies: string[]
}

interface Load {
  perSecond: number
  count: number
  p50: number
  p99: number
  wrong: number
}

interface Measured {
  ours: Load[]
  bare: Load[]
}

/** Carries every mark into the sums, as the job does, and lets the planner know. */
async function fold(place: Place): Promise<void> {
  const pool = openPool({ url: place.ownerUrl, connections: 1, clock: undefined })
  try {
    await foldFigures({ pool, keys: readMasterKeys(place.keyFile) }, place.tenantId, definitions)
  } finally {
    await pool.end()
  }
  await place.owner.query('vacuum (analyze)')
  await place.owner.query('checkpoint')
}

async function measure(place: Place, what: string): Promise<Measured> {
  const measured: Measured = { ours: [], bare: [] }
  for (let round = 0; round < rounds; round++) {
    measured.bare.push(await loadBare(place))
    measured.ours.push(await loadOurs(place))
    const [bare, ours] = [measured.bare[round]!, measured.ours[round]!]
    console.log(
      `  ${what} round ${round + 1}: bare ${bare.perSecond.toFixed(0)}/s p99 ${bare.p99.toFixed(0)} ms, ours ${ours.perSecond.toFixed(0)}/s ` +
        `p50 ${ours.p50.toFixed(0)} p99 ${ours.p99.toFixed(0)} ms`,
    )
  }
  return measured
}

async function loadBare(place: Place): Promise<Load> {
  const url = new URL(place.appUrl)
  url.searchParams.set('options', `-c app.tenant=${place.tenantId}`)
  const text = `
    select s.measure, s.organisation_id, s.breakdown, s.key, s.value, p.name from figure_sums s
    join organisation_profiles p on p.tenant_id = s.tenant_id and p.organisation_id = s.organisation_id and p.superseded_at is null
    where s.tenant_id = '${place.tenantId}' and (s.organisation_id = $1::uuid and s.breakdown in ('', 'year')
      or s.breakdown = '' and s.organisation_id in (select child_id from affiliations a where a.tenant_id = s.tenant_id and a.parent_id = $1::uuid and a.superseded_at is null))`
  const bare = await listen(join(projectRoot, 'bench/bare/dashboard.mjs'), {
    DATABASE_URL: url.href,
    BENCH_STATEMENT: JSON.stringify({ text }),
  })
  return load(bare, [{ path: `/?organisationId=${place.federationId}` }])
}

async function loadOurs(place: Place): Promise<Load> {
  const { appUrl, keyFile, folder } = place
  const ours = await listen(join(projectRoot, 'bench/members/serve.ts'), {
    BENCH_SERVER: JSON.stringify({ databaseUrl: appUrl, keyFile, dataFolder: folder }),
  })
  return load(
    ours,
    place.cookies.map((cookie) => ({ path: '/api/v1/dashboard', cookie })),
  )
}

async function load(
  server: Awaited<ReturnType<typeof listen>>,
  requests: { path: string; cookie?: string }[],
): Promise<Load> {
  const press = async (forSeconds: number) => {
    const plan = { url: server.url, requests, connections, seconds: forSeconds }
    const file = join(projectRoot, 'bench/members/load.mjs')
    return JSON.parse(await output(process.execPath, [file], { input: JSON.stringify(plan) })) as Load
  }
  try {
    await press(2)
    return await press(seconds)
  } finally {
    await server.stop()
  }
}

const each = (loads: readonly Load[], of: (load: Load) => number) => loads.map(of)

function figures({ ours, bare }: Measured): Result[] {
  const wrong = [...ours, ...bare].reduce((sum, load) => sum + load.wrong, 0)
  const told = wrong > 0 ? { invalid: `${wrong} wrong answers` } : {}
  const perSecond = median(each(ours, (load) => load.perSecond))
  const bareSecond = median(each(bare, (load) => load.perSecond))
  const p99 = each(ours, (load) => load.p99)
  return [
    {
      name,
      unit: '/s',
      ours: perSecond,
      bare: bareSecond,
      limit: bareSecond,
      ratio: perSecond / bareSecond,
      goal: goals.shareOfBare,
      higherIsBetter: true,
      range: rangeOf(each(ours, (load) => load.perSecond)),
      ...told,
      details: {
        p50: median(each(ours, (load) => load.p50)),
        p99Bare: median(each(bare, (load) => load.p99)),
      },
    },
    {
      name: `${name}.p99`,
      unit: 'ms',
      ours: median(p99),
      bare: median(each(bare, (load) => load.p99)),
      limit: goals.p99Milliseconds,
      ratio: median(p99) / goals.p99Milliseconds,
      goal: 1,
      higherIsBetter: false,
      range: rangeOf(p99),
    },
  ]
}

/** The time of a request over ten years of events, over that with five. */
function growth(five: Measured, ten: Measured): Result {
  const of = ({ ours }: Measured) => each(ours, (load) => load.p50)
  return {
    name: `${name}.growth`,
    unit: 'ms p50',
    ours: median(of(ten)),
    limit: median(of(five)),
    ratio: median(of(ten)) / median(of(five)),
    goal: goals.growth,
    higherIsBetter: false,
    range: rangeOf(of(ten)),
  }
}

function upkeepResult({ withMarks, without }: { withMarks: number[]; without: number[] }): Result {
  return {
    name: `${name}.upkeep`,
    unit: 'ms for 1,000 joins',
    ours: median(withMarks),
    limit: median(without),
    ratio: median(withMarks) / median(without) - 1,
    goal: goals.upkeep,
    higherIsBetter: false,
    range: rangeOf(withMarks),
  }
}

/** Every kept figure recounted from its rows: none may differ. */
async function differences(place: Place): Promise<Result> {
  const pool = openPool({ url: place.ownerUrl, connections: 1, clock: undefined })
  try {
    const host = { pool, keys: readMasterKeys(place.keyFile) }
    const found = await inTenant(host, place.tenantId, (tx) => figureDifferences(tx, definitions))
    for (const { what } of found.slice(0, 5)) console.log(`  ${what}`)
    const count = found.length
    return {
      name: `${name}.differences`,
      unit: '',
      ours: count,
      limit: 0,
      ratio: count,
      goal: 0,
      higherIsBetter: false,
      range: [count, count],
    }
  } finally {
    await pool.end()
  }
}
