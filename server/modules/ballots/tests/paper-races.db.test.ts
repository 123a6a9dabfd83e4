import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTenant } from '#server/platform/db/transaction.ts'
import { testServer } from '#server/test/server.ts'
import { opened, planned, type ElectionWorld } from './election-world.ts'

process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

async function collected(world: ElectionWorld): Promise<number> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from paper_collections where election_id = $1',
    [world.ballotId],
  )
  return rows[0]!.count
}

test('desks that hand a paper to the same voter at the same moment hand out one', async () => {
  const world = await planned({ members: 9, seats: 3 })
  await opened(world, 4)
  for (const entryNo of [1, 2, 3]) {
    const desks = [world.chair, world.officer, world.chair, world.officer]
    const answers = await Promise.all(
      desks.map((desk) => desk.post(`/ballots/${world.ballotId}/papers`, { entryNos: [entryNo] })),
    )
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409, 409])
  }
  // Lists that overlap, from both ends: one is refused as a whole, and no desk waits for the other for ever.
  const lists = [
    [4, 5, 6],
    [6, 5, 7],
  ]
  const answers = await Promise.all(
    lists.map((entryNos, at) =>
      [world.chair, world.officer][at]!.post(`/ballots/${world.ballotId}/papers`, { entryNos }),
    ),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
  assert.equal(await collected(world), 6)
})

test('control: without the lock of the election and the key of collections, two desks hand two papers to one voter', async () => {
  const world = await planned({ members: 5, seats: 3 })
  await opened(world, 4)
  const { owner, platform } = await testServer()
  await owner.query('alter table paper_collections drop constraint paper_collections_pkey')
  const looks = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  // What the command does, without its lock: look whether the voter has a paper, then note it.
  const desk = (mine: number) =>
    inTenant(platform, world.tenant.id, async (tx) => {
      const given = 'from paper_collections where tenant_id = $1 and election_id = $2 and entry_no = 1'
      const { rowCount } = await tx.client.query(`select ${given}`, [tx.tenantId, world.ballotId])
      looks[mine]!.resolve()
      await looks[1 - mine]!.promise
      if (rowCount === 0)
        await tx.client.query('insert into paper_collections values ($1, $2, 1, 1)', [
          tx.tenantId,
          world.ballotId,
        ])
    })
  await Promise.all([desk(0), desk(1)])
  assert.equal(await collected(world), 2)
  await owner.query('delete from paper_collections where election_id = $1', [world.ballotId])
  await owner.query(
    'alter table paper_collections add constraint paper_collections_pkey primary key (tenant_id, election_id, round_no, entry_no)',
  )
})
