import assert from 'node:assert/strict'
import { test } from 'node:test'
import { removeDue } from '#server/modules/retention/run-retention.ts'
import { testServer } from '#server/test/server.ts'
import { approve, opened, paper, planned, voted } from './election-world.ts'

process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

test('papers as keyed and who collected one are kept for a year after the confirmation, then destroyed; the result stays', async () => {
  const world = await planned({ members: 7, seats: 3 })
  await opened(world, 4)
  await voted(
    world,
    Array.from({ length: 7 }, () => paper('yyy-')),
  )
  await world.step('/decision', { kind: 'finish' })
  await world.step('/result/submission')
  await approve(world)
  const { owner } = await testServer()
  const keptOn = async (confirmedOn: string) => {
    await owner.query(
      `update election_steps set taken_at = $2::timestamptz where election_id = $1 and step = 'confirmed'`,
      [world.ballotId, `${confirmedOn}T04:00:00Z`],
    )
    await world.tenant.inside((tx) => removeDue(tx))
    const { rows } = await owner.query<{ papers: number; collected: number }>(
      `select (select count(*)::int from paper_entries where election_id = $1) as papers,
        (select count(*)::int from paper_collections where election_id = $1) as collected`,
      [world.ballotId],
    )
    return rows[0]
  }
  assert.deepEqual(await keptOn('2025-06-30'), { papers: 2, collected: 7 })
  assert.deepEqual(await keptOn('2025-06-29'), { papers: 0, collected: 0 })
  const { body } = await world.chair.get<{ rounds: { issued: number }[]; elected: string[] }>(
    `/ballots/${world.ballotId}/result`,
  )
  assert.deepEqual([body.rounds[0]!.issued, body.elected.length], [7, 3])
})
