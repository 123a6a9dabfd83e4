import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { CaseFile, Desk, FollowUp, PoolEntry } from '#contract/matchmaking-desk.ts'
import type { OwnFollowUp, OwnIntroduction } from '#contract/matchmaking-own-desk.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { endOverdueIntroductions } from '../desk/decide-introduction.ts'
import { makeMatchmaker, singleInPool } from './make-desk.ts'

type Single = Awaited<ReturnType<typeof singleInPool>>

/** A matchmaker who looks after her, and a man of the pool. */
async function world() {
  const tenant = await makeTenant()
  const matchmaker = await makeMatchmaker(tenant)
  const her = await singleInPool(tenant, { profile: { hideFromUnit: false, nickname: '晴天' } })
  const him = await singleInPool(tenant, { sex: 'male', profile: { hideFromUnit: false } })
  const { caseId } = (
    await matchmaker.client.post<{ caseId: string }>('/matchmaking/cases', { profileId: her.profileId })
  ).body
  const propose = (profileId: string) =>
    matchmaker.client.post<{ introductionId: string; answerUntil: string }>('/matchmaking/introductions', {
      caseId,
      profileId,
    })
  return { tenant, matchmaker, her, him, caseId, propose }
}

const answer = (single: Single, introductionId: string, said: 'yes' | 'no') =>
  single.client.post<object>(`/me/introductions/${introductionId}/answer`, { answer: said })
const own = async (single: Single) =>
  (await single.client.get<{ items: OwnIntroduction[] }>('/me/introductions')).body.items

/** Lets the time of every introduction run out, and the clock end them. */
async function timeIsOver(tenant: TestTenant): Promise<number> {
  await tenant.inside((tx: Tx) => overBy(tx, '1 minute'))
  return tenant.inside(endOverdueIntroductions)
}

async function overBy(tx: Tx, past: string): Promise<void> {
  const { owner } = await testServer()
  await owner.query(
    `update introductions set proposed_at = now() - interval '8 days', answer_until = now() - $2::interval where tenant_id = $1`,
    [tx.tenantId, past],
  )
}

test('both are asked, each sees a card and no more, and both saying yes makes it mutual with follow-ups planned', async () => {
  const { tenant, matchmaker, her, him, caseId, propose } = await world()
  const partners = await matchmaker.client.get<{ items: PoolEntry[] }>(
    `/matchmaking/cases/${caseId}/partners`,
  )
  assert.deepEqual(
    partners.body.items.map((each) => each.profileId),
    [him.profileId],
  )
  const { introductionId } = (await propose(him.profileId)).body
  const [shown] = await own(him)
  assert.deepEqual([shown!.nickname, shown!.card?.educationLevel, shown!.answer], ['晴天', 'bachelor', null])
  for (const id of [her.personId, him.personId]) assert.ok(!JSON.stringify(await own(him)).includes(id))

  await answer(him, introductionId, 'yes')
  assert.equal((await own(him))[0]!.answer, 'yes')
  assert.deepEqual([(await own(her))[0]!.answer, (await own(her))[0]!.state], [null, 'open'])
  await answer(her, introductionId, 'yes')
  assert.deepEqual([(await own(her))[0]!.state, (await own(him))[0]!.state], ['mutual', 'mutual'])

  const { rows } = await tenant.inside((tx) =>
    sql<{ stage: string; days: number; mine: boolean }>`
      select stage, due_on - app_today() as days, matchmaker_id = ${matchmaker.id} as mine from follow_ups where tenant_id = ${tx.tenantId} order by due_on`.execute(
      tx,
    ),
  )
  assert.deepEqual(
    rows.map((row) => [row.stage, row.mine]),
    [
      ['3_days', true],
      ['3_weeks', true],
      ['3_months', true],
    ],
  )
  assert.deepEqual([rows[0]!.days, rows[1]!.days], [3, 21])
  const over = await answer(her, introductionId, 'no')
  assert.equal(over.body.error.code, 'matchmaking.introduction_over')
})

test('one no ends it for both at the time limit, and the pair never comes back', async () => {
  const { tenant, matchmaker, her, him, propose } = await world()
  const { introductionId } = (await propose(him.profileId)).body
  await answer(her, introductionId, 'yes')
  await answer(him, introductionId, 'no')
  assert.deepEqual([(await own(her))[0]!.state, (await own(him))[0]!.state], ['open', 'open'])
  assert.equal(await timeIsOver(tenant), 1)
  assert.equal(await timeIsOver(tenant), 0)
  for (const single of [her, him]) {
    const [ended] = await own(single)
    assert.deepEqual([ended!.state, ended!.answer, ended!.card], ['none', null, null])
  }
  assert.equal((await propose(him.profileId)).body.error.code, 'matchmaking.pair_not_possible')
  const desk = (await matchmaker.client.get<Desk>('/matchmaking/desk')).body
  assert.deepEqual(
    desk.toTell.map((each) => each.state),
    ['none'],
  )
  const left = await tenant.inside((tx) =>
    tx.selectFrom('introduction_answers').select('person_id').where('tenant_id', '=', tx.tenantId).execute(),
  )
  assert.deepEqual(left, [], 'what each had said is forgotten')
})

test('before the end nothing shows what the other has said: neither to them, nor to the desk, nor in the tables', async () => {
  const seen = []
  for (const said of ['yes', 'no'] as const) {
    const { tenant, matchmaker, her, him, caseId, propose } = await world()
    const { introductionId } = (await propose(him.profileId)).body
    const before = await answer(him, introductionId, said)
    const walked = [
      before,
      await her.client.get<object>('/me/introductions'),
      await matchmaker.client.get<object>('/matchmaking/desk'),
      await matchmaker.client.get<CaseFile>(`/matchmaking/cases/${caseId}`),
      await matchmaker.client.get<object>('/matchmaking/follow-ups'),
    ]
    for (const { status } of walked) assert.equal(status, 200)
    const { rows } = await tenant.inside((tx) =>
      sql<{ bytes: number; sides: number; transactions: number; kept: number; logged: number }>`
        select min(length(sealed)) as bytes, count(*)::int as sides, count(distinct xmin::text)::int as transactions,
          (select count(*)::int from kept_answers k where k.tenant_id = ${tx.tenantId} and k::text like ${`%${introductionId}%`}
            and k::text not like '%answerUntil%') as kept,
          (select count(*)::int from audit_entries e where e.tenant_id = ${tx.tenantId} and e.action like '%answer%') as logged
        from introduction_answers where tenant_id = ${tx.tenantId}`.execute(tx),
    )
    seen.push({ walked: walked.map(alike), rows })
  }
  assert.deepEqual(seen[0], seen[1])
  assert.deepEqual(seen[0]!.rows[0], { ...seen[0]!.rows[0]!, sides: 2, transactions: 1, kept: 0, logged: 0 })
})

/** An answer without what is different in every world: ids and times. */
function alike({ status, body }: { status: number; body: object }): string {
  return JSON.stringify({ status, body })
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'time')
}

test('who is not asked cannot answer, and an answer may be changed until the end', async () => {
  const { tenant, her, him, propose } = await world()
  const stranger = await singleInPool(tenant, { sex: 'male' })
  const { introductionId } = (await propose(him.profileId)).body
  const foreign = await answer(stranger, introductionId, 'yes')
  const none = await answer(stranger, crypto.randomUUID(), 'yes')
  assert.deepEqual([foreign.status, foreign.body.error.code], [404, none.body.error.code])
  const twice = [await answer(him, introductionId, 'yes'), await answer(him, introductionId, 'yes')]
  assert.deepEqual(twice[0]!.body, twice[1]!.body)
  await answer(him, introductionId, 'no')
  await answer(her, introductionId, 'yes')
  assert.equal((await own(her))[0]!.state, 'open')
  await answer(him, introductionId, 'yes')
  assert.equal((await own(her))[0]!.state, 'mutual')
})

test('a blocked, unfit or same-sex pair is refused by one code; a block between yes and yes reveals nothing', async () => {
  const { tenant, her, him, propose } = await world()
  const limits = {
    ageFrom: 45,
    ageTo: null,
    heightFromCm: null,
    heightToCm: null,
    districtCodes: [],
    acceptsChildren: true,
  }
  const choosy = await singleInPool(tenant, { sex: 'male', profile: { hideFromUnit: false, limits } })
  const blocked = await singleInPool(tenant, { sex: 'male', profile: { hideFromUnit: false } })
  const woman = await singleInPool(tenant, { profile: { hideFromUnit: false } })
  const block = (by: Single, whom: Single) =>
    tenant.inside((tx) =>
      sql`insert into blocks (tenant_id, id, person_id, blocked_person_id)
        values (${tx.tenantId}, ${crypto.randomUUID()}, ${by.personId}, ${whom.personId})`.execute(tx),
    )
  await block(blocked, her)
  for (const other of [choosy, blocked, woman])
    assert.equal((await propose(other.profileId)).body.error.code, 'matchmaking.pair_not_possible')

  const { introductionId } = (await propose(him.profileId)).body
  await answer(her, introductionId, 'yes')
  await block(her, him)
  await answer(him, introductionId, 'yes')
  const interests = await tenant.inside((tx) =>
    tx.selectFrom('mutual_interests').select('id').where('tenant_id', '=', tx.tenantId).execute(),
  )
  assert.deepEqual(interests, [])
  assert.equal(await timeIsOver(tenant), 1)
})

test('follow-ups are due at 3 days, 3 weeks and 3 months; answering is up to the two, and both answers end one', async () => {
  const { tenant, matchmaker, her, him, caseId, propose } = await world()
  const { introductionId } = (await propose(him.profileId)).body
  for (const single of [her, him]) await answer(single, introductionId, 'yes')
  const list = async (state = '') =>
    (await matchmaker.client.get<{ items: FollowUp[] }>(`/matchmaking/follow-ups${state}`)).body.items
  assert.deepEqual(
    (await list()).map((each) => each.state),
    ['planned', 'planned', 'planned'],
  )
  const [first] = await list()
  const note = (outcome: string | null) =>
    matchmaker.client.post<object>(`/matchmaking/follow-ups/${first!.id}/outcome`, { outcome })
  assert.equal((await note(null)).body.error.code, 'matchmaking.follow_up_not_due')
  await later(tenant, 3)
  const ownOf = async (single: Single) =>
    (await single.client.get<{ items: OwnFollowUp[] }>('/me/follow-ups')).body.items
  const [asked] = await ownOf(her)
  assert.deepEqual([asked!.stage, asked!.answer], ['3_days', null])
  const say = (single: Single, said: string) =>
    single.client.post(`/me/follow-ups/${asked!.followUpId}/answer`, { answer: said })
  await say(her, 'contact')
  assert.deepEqual(
    (await list('?state=due')).map((each) => each.answers),
    [['contact']],
  )
  await say(him, 'no_answer')
  assert.deepEqual([(await list('?state=due')).length, (await list('?state=done')).length], [0, 1])
  assert.equal((await note('dating')).body.error.code, 'matchmaking.follow_up_done')
  await later(tenant, 30)
  assert.deepEqual(
    (await list('?state=overdue')).map((each) => each.stage),
    ['3_weeks'],
  )
  const overdue = (await list('?state=overdue'))[0]!
  await matchmaker.client.post(`/matchmaking/follow-ups/${overdue.id}/outcome`, { outcome: 'dating' })
  const { ledger } = (await matchmaker.client.get<CaseFile>(`/matchmaking/cases/${caseId}`)).body
  assert.deepEqual(
    new Set(ledger.map((line) => `${line.toldBy} ${line.outcome}`)),
    new Set(['desk dating', 'person contact']),
  )
  const other = await makeMatchmaker(tenant)
  assert.equal(
    (await other.client.post(`/matchmaking/follow-ups/${overdue.id}/outcome`, { outcome: null })).status,
    404,
  )
})

/** Moves everything that was planned so many days nearer. */
async function later(tenant: TestTenant, days: number): Promise<void> {
  const { owner } = await testServer()
  await owner.query('update follow_ups set due_on = due_on - $2::int where tenant_id = $1', [tenant.id, days])
}
