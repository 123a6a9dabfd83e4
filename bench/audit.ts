import { newId } from '#server/platform/ids.ts'
import type { Result } from '#tools/bench.ts'
import { importSeconds } from './audit/imports.ts'
import { entryMilliseconds, logInRates, makeAccounts } from './audit/log-ins.ts'
import { allowUnchained } from './audit/unchained.ts'
import { fillLog, nodeHashRate, verifyRate } from './audit/verify.ts'
import { withBenchDatabase } from './measures/database.ts'
import { median, rangeOf } from './measures/median.ts'

export const name = 'audit'

const rounds = Number(process.env.GONGHUI_BENCH_ROUNDS ?? 3)
const logEntries = Number(process.env.GONGHUI_BENCH_ENTRIES ?? 200_000)
const goals = { verifyPerSecond: 50_000, shareKept: 0.95 }

/** How fast the log is verified, beside hashing the same bytes in Node; and what log-ins and imports lose to the chain. */
export function run(): Promise<Result[]> {
  return withBenchDatabase(name, async ({ folder, cluster, keyFile, keys, appUrl, owner }) => {
    const tenantId = newId()
    await makeAccounts({ owner, appUrl, keys }, tenantId)
    const append = await fillLog(owner, { tenantId, entries: logEntries })
    const verified: Awaited<ReturnType<typeof verifyRate>>[] = []
    const hashed: number[] = []
    for (let round = 0; round < rounds; round++) {
      verified.push(await verifyRate({ url: appUrl, keys }, tenantId))
      hashed.push(await nodeHashRate(owner, tenantId))
    }
    await allowUnchained(owner)
    const entry = await entryMilliseconds({ appUrl }, { tenantId, count: 1000 })
    const logIns = []
    for (let round = 0; round < rounds; round++) logIns.push(await logInRates({ appUrl, keys, folder }, 4))
    const imports = []
    for (let round = 0; round < rounds; round++)
      imports.push(await importSeconds({ cluster, keys, keyFile, folder }, round))
    return [
      verifyResult(verified, hashed, append),
      kept('audit.log-ins', logIns, { unit: 'log-ins/s', entryMilliseconds: entry }),
      kept('audit.import', imports.map(rateOf), { unit: 'imports/s', seconds: imports }),
    ]
  })
}

function verifyResult(
  verified: Awaited<ReturnType<typeof verifyRate>>[],
  hashed: number[],
  append: number,
): Result {
  const rates = verified.map(({ perSecond: rate }) => rate)
  return {
    name: 'audit.verify',
    unit: 'entries/s',
    ours: median(rates),
    limit: median(hashed),
    ratio: median(rates) / goals.verifyPerSecond,
    goal: 1,
    higherIsBetter: true,
    range: rangeOf(rates),
    details: {
      entries: logEntries,
      perProcessorSecond: Math.round(median(verified.map(({ perProcessorSecond }) => perProcessorSecond))),
      appendedPerSecond: Math.round(append),
    },
  }
}

interface Pair {
  chained: number
  unchained: number
}

const rateOf = ({ chained, unchained }: Pair): Pair => ({ chained: 1 / chained, unchained: 1 / unchained })

/** What is left of the speed with the chain; `bare` is the same without it. */
function kept(
  name: string,
  pairs: Pair[],
  { unit, ...details }: { unit: string } & Record<string, unknown>,
): Result {
  const shares = pairs.map(({ chained, unchained }) => chained / unchained)
  const bare = median(pairs.map(({ unchained }) => unchained))
  return {
    name,
    unit,
    ours: median(pairs.map(({ chained }) => chained)),
    bare,
    limit: bare,
    ratio: median(shares),
    goal: goals.shareKept,
    higherIsBetter: true,
    range: rangeOf(pairs.map(({ chained }) => chained)),
    details,
  }
}
