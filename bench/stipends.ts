import { runStipendsBy } from '#server/modules/commissioners/stipends/commands/run-stipends.ts'
import { enteredGrades } from '#server/modules/commissioners/stipends/grades-of.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { MasterKeys } from '#server/platform/crypto.ts'
import { openPool, type Pool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { Result } from '#tools/bench.ts'
import { withBenchDatabase } from './measures/database.ts'
import { median, rangeOf } from './measures/median.ts'
import { handRun, makeChairs, type StipendData } from './stipends/data.ts'

export const name = 'stipends'

/** Every two-new organisation of the district has a part-time chair with a grade. */
const organisations = 3969
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']
const goal = 3

/** A month’s run over 3,969 organisations by the product, beside the same rows written by one statement by hand. */
export function run(): Promise<Result[]> {
  return withBenchDatabase(name, async ({ keys, appUrl, owner }) => {
    const pool = openPool({ url: appUrl, connections: 2 })
    try {
      const data = await makeChairs(owner, organisations)
      const ours: number[] = []
      const bare: number[] = []
      for (const month of months) {
        ours.push(await timed(() => runMonth({ pool, keys, data }, month)))
        bare.push(await timed(() => handRun(owner, data, month)))
      }
      return [
        {
          name,
          unit: 'ms',
          ours: median(ours),
          bare: median(bare),
          limit: median(bare),
          ratio: median(ours) / median(bare),
          goal,
          higherIsBetter: false,
          range: rangeOf(ours),
          details: {
            organisations,
            months: months.length,
            bare: 'one statement by hand for claims and lines',
          },
        },
      ]
    } finally {
      await pool.end()
    }
  })
}

async function runMonth(
  { pool, keys, data }: { pool: Pool; keys: MasterKeys; data: StipendData },
  month: string,
): Promise<void> {
  const { tenantId, federationId: organisationId, budgetId } = data
  await inTenant({ pool, keys }, tenantId, async (tx) => {
    const { lines } = await runStipendsBy(enteredGrades)(tx, officerOf(data), {
      organisationId,
      month,
      budgetId,
    })
    if (lines !== organisations) throw new Error(`${lines} lines instead of ${organisations}`)
  })
}

/** An officer of the district as a session would have them. */
function officerOf({ tenantId, federationId, officerId }: StipendData): Actor {
  const grant = { reach: 'subtree', organisationId: federationId, source: 'post' } as const
  const dates = { startsOn: '2000-01-01', endsBefore: null }
  return {
    tenantId,
    sessionId: newId(),
    accountId: newId(),
    personId: officerId,
    appointment: null,
    grants: [{ permission: 'funds.write', ...grant, ...dates, delegationId: null }],
    tokenId: null,
    today: '2026-11-28',
    signInDue: null,
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
