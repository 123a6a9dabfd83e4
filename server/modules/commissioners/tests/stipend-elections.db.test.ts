import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PaymentExplanation } from '#contract/stipends.ts'
import { approve, opened, paper, planned, voted } from '#server/modules/ballots/tests/election-world.ts'
import { testServer } from '#server/test/server.ts'
import { grade, makeChair, makeOffice, runMonth, type Office } from './make-chairs.ts'

process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

const may = '2026-05'

/** Elects a chair of the north union and lets the assembly have been on 10 May; gives the person and the election. */
async function electChair({ tenant }: Office): Promise<{ personId: string; ballotId: string }> {
  const world = await planned({ members: 5, seats: 1, kind: 'chair', tenant })
  const { candidates } = await opened(world, 2)
  await voted(
    world,
    Array.from({ length: 5 }, () => paper('yn')),
  )
  await world.step('/decision', { kind: 'finish' })
  await world.step('/result/submission')
  await approve(world)
  const { owner } = await testServer()
  const { ballotId } = world
  await owner.query(`update elections set meeting_on = '2026-05-10' where id = $1`, [ballotId])
  const { rows } = await owner.query<{ personId: string }>(
    `update appointments a set starts_on = '2026-05-10' from election_candidates c
     where c.id = $1 and a.tenant_id = c.tenant_id and a.person_id = c.person_id and a.post = 'union_chair' returning a.person_id as "personId"`,
    [candidates[0]!.id],
  )
  return { personId: rows[0]!.personId, ballotId }
}

test('why this amount names the confirmed election behind the post; a post that was only entered has none', async () => {
  const office = await makeOffice()
  const { unionId } = office.tenant.north
  const elected = await electChair(office)
  const entered = await office.tenant.inside(async (tx) => {
    await grade(tx, { personId: elected.personId, unionId, grade: 'good' })
    return makeChair(tx, { unionId: office.tenant.south.unionId, grade: 'good' })
  })
  assert.equal((await runMonth(office, may, { by: office.maker })).body.lines, 2)
  const why = await explained(office, elected.personId)
  assert.deepEqual(
    why.elections.map(({ ballotId, kind, title, meetingOn, confirmedOn }) => [
      ballotId,
      kind,
      title,
      meetingOn,
      confirmedOn,
    ]),
    [[elected.ballotId, 'chair', '第三届委员会选举', '2026-05-10', '2026-06-30']],
  )
  assert.deepEqual(
    why.posts.map(({ basis }) => basis),
    ['election'],
  )
  assert.deepEqual((await explained(office, entered.personId)).elections, [])
})

async function explained(office: Office, personId: string): Promise<PaymentExplanation> {
  const { id } = await office.tenant.inside((tx) =>
    tx
      .selectFrom('claims')
      .select('id')
      .where('tenant_id', '=', tx.tenantId)
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow(),
  )
  return (await office.maker.get<PaymentExplanation>(`/claims/${id}/explanation`)).body
}
