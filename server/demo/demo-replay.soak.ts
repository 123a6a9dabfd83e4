import assert from 'node:assert/strict'
import { openPool } from '#server/platform/db/pool.ts'
import { matchmakingChecks } from '#server/test/matchmaking-checks.ts'
import { scratchDatabase } from '#server/test/scratch-database.ts'
import { testKeys } from '#server/test/server.ts'
import { randomFrom } from '#tools/generate/random.ts'
import type { Extent } from '#tools/soak.ts'
import { demoMakers } from './demos.ts'
import { loadTenant } from './load/load-tenant.ts'
import { replayClosings } from './replay-closings.ts'

/** One per cent of the 1,357 events. */
const usualCount = 14

/** Loads the full demo of Tianjin, recounts it, and closes some of its events again from their sealed sheets. */
export async function run({ count = usualCount, seed }: Extent): Promise<string> {
  const database = await scratchDatabase()
  const pool = openPool({ url: database.ownerUrl, connections: 1 })
  try {
    const maker = demoMakers.find(({ code }) => code === 'tianjin')!
    const startedAt = performance.now()
    await loadTenant({ pool, keys: testKeys }, maker, { scale: 'full', progress: async () => {} })
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    await pool.query('analyze')
    const { rows } = await pool.query<{ id: string }>('select id from tenants')
    const tenantId = rows[0]!.id
    const totals = await pool.query<Record<string, number>>(
      `select (select count(*)::int from events where state = 'closed') as events,
        (select count(*)::int from check_ins c join events e on e.tenant_id = c.tenant_id and e.id = c.event_id and e.state = 'closed') as participations,
        (select count(*)::int from mutual_interests) as "pairTimes", (select count(*)::int from couples where confirmed_at is not null) as couples,
        (select count(*)::int from matchmakers where ended_on is null) as matchmakers`,
    )
    assert.deepEqual(totals.rows, [
      { events: 1357, participations: 9976, pairTimes: 4708, couples: 1804, matchmakers: 152 },
    ])
    for (const [what, statement] of Object.entries(matchmakingChecks))
      assert.equal((await pool.query(statement, [tenantId])).rowCount, 0, what)
    const place = { ownerUrl: database.ownerUrl, keys: testKeys, tenantId }
    const replayed = await replayClosings(place, randomFrom(`${seed}:replay`), count)
    for (const { told, replayed: again } of replayed) assert.deepEqual(again, told)
    const pairs = replayed.reduce((sum, { told }) => sum + told.pairs.length, 0)
    return `loaded in ${seconds} s, totals exact, ${Object.keys(matchmakingChecks).length} checks found nothing, ${replayed.length} closings replayed with ${pairs} pairs`
  } finally {
    await pool.end()
    await database.close()
  }
}
