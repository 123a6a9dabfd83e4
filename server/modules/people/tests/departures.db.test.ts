import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { InboxTask } from '#contract/inbox.ts'
import type { DepartureFacts, OwnWithdrawal } from '#contract/people-departures.ts'
import type { MemberFile } from '#contract/people-records.ts'
import type { Me } from '#contract/sessions.ts'
import { addDays } from '#server/platform/clock.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { carryOutWithdrawals } from '../departures/own-withdrawal.ts'
import { memberIndexDifferences } from '../index.ts'
import { becomeMember, makeMembers } from './make-members.ts'

const right = { missing: 0, surplus: 0, different: 0, misspelt: 0, counts: 0 }
const kinds = async (officer: TestClient) =>
  (await officer.get<{ items: InboxTask[] }>('/inbox/tasks')).body.items.map((task) => task.kind)

async function worker(tenant: TestTenant) {
  const client = await tenant.nobody()
  const { person, today } = (await client.get<Me>('/me')).body
  await tenant.inside((tx) => becomeMember(tx, person.id, tenant.north.unionId))
  return { client, personId: person.id, today }
}

const turn = (tenant: TestTenant, days: number) =>
  tenant.inside(async (tx) => {
    await sql`select set_config('app.clock', (now() + ${days} * interval '1 day')::text, true)`.execute(tx)
    return carryOutWithdrawals(tx)
  })

test('a worker withdraws, the union hears of it, and until its day the worker can stay', async () => {
  const tenant = await makeTenant()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const { client, today } = await worker(tenant)
  assert.equal((await client.post('/me/withdrawal', {})).status, 400)
  const declared = await client.post<OwnWithdrawal>('/me/withdrawal', { consequencesRead: true })
  assert.equal(declared.status, 201)
  assert.equal(declared.body.declared?.effectiveOn, addDays(today, 7))
  assert.deepEqual(await kinds(chair), ['people.withdrawal_declared'])
  const twice = await client.post('/me/withdrawal', { consequencesRead: true })
  assert.equal(twice.body.error.code, 'people.own_withdrawal_open')
  const back = await client.post<OwnWithdrawal>('/me/withdrawal/undoing')
  assert.deepEqual([back.body.declared, back.body.member], [null, true])
  assert.deepEqual(await kinds(chair), [])
  assert.equal((await client.post('/me/withdrawal/undoing')).status, 409)
  assert.equal(await turn(tenant, 30), 0)
})

test('on its day a declared withdrawal ends the membership from that day, and not before', async () => {
  const tenant = await makeTenant()
  const { client, today } = await worker(tenant)
  await client.post('/me/withdrawal', { consequencesRead: true, reason: '回老家了' })
  assert.equal(await turn(tenant, 6), 0)
  assert.equal(await turn(tenant, 7), 1)
  assert.equal(await turn(tenant, 7), 0)
  const { rows } = await tenant.inside((tx) =>
    sql<{ ends_before: string; end_reason: string }>`
      select ends_before, end_reason from memberships where tenant_id = ${tx.tenantId} and superseded_at is null`.execute(
      tx,
    ),
  )
  assert.deepEqual(rows, [{ ends_before: addDays(today, 7), end_reason: 'withdrawn' }])
})

test('somebody who was ended otherwise meanwhile is not ended twice', async () => {
  const tenant = await makeTenant()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const { client, personId } = await worker(tenant)
  await client.post('/me/withdrawal', { consequencesRead: true })
  await chair.post('/memberships/ending', { personIds: [personId], kind: 'left', on: '2025-01-01' })
  assert.equal(await turn(tenant, 8), 1)
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

async function unpaidMember() {
  const tenant = await makeTenant()
  const [personId] = await tenant.inside((tx) =>
    makeMembers(tx, [{ name: '王久', unionId: tenant.north.unionId }]),
  )
  const at = (post: string, place: string) => tenant.officer(post, place)
  return {
    tenant,
    personId: personId!,
    chair: await at('union_chair', tenant.north.unionId),
    vice: await at('union_vice_chair', tenant.north.unionId),
    street: await at('street_officer', tenant.north.streetId),
    south: await at('street_officer', tenant.south.streetId),
  }
}

const approve = (officer: TestClient, id: string) =>
  officer.post(`/approvals/${id}/decision`, { decision: 'approve' })

test('a lapse needs half a year and two reminders, and somebody else to decide it', async () => {
  const { personId, chair, vice, south, tenant } = await unpaidMember()
  const propose = () =>
    chair.post<{ requestId: string }>(`/members/${personId}/lapse`, { unpaidSince: '2026-01-01' })
  const remind = (remindedOn: string) =>
    chair.post<DepartureFacts>(`/members/${personId}/lapse-reminders`, { remindedOn, way: 'phone' })
  assert.equal((await propose()).body.error.code, 'people.lapse_reminders_missing')
  await remind('2026-03-01')
  assert.equal((await remind('2026-05-01')).body.reminders.length, 2)
  assert.equal((await south.get(`/members/${personId}/departure`)).status, 404)
  const { requestId } = (await propose()).body
  assert.equal((await propose()).body.error.code, 'people.departure_proposed')
  const own = await approve(chair, requestId)
  assert.equal(own.body.error.code, 'approvals.own')
  assert.equal((await approve(south, requestId)).status, 404)
  assert.equal((await approve(vice, requestId)).status, 200)
  const file = (await chair.get<MemberFile>(`/members/${personId}`)).body
  assert.equal(file.memberships.find((row) => row.supersededAt === null)?.endReason, 'withdrawn')
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

test('an expulsion is signed in the union and then above it; neither alone ends the membership', async () => {
  const { personId, chair, vice, street, tenant } = await unpaidMember()
  const decided = {
    judgmentNo: '（2026）测刑初1号',
    groupDecidedOn: '2026-03-01',
    groupDocumentNo: '小组〔2026〕1号',
    committeeDecidedOn: '2026-03-10',
    committeeDocumentNo: '委员会〔2026〕2号',
  }
  const propose = (body: object) => chair.post<{ requestId: string }>(`/members/${personId}/expulsion`, body)
  const before = await propose({ ...decided, committeeDecidedOn: '2026-02-01' })
  assert.equal(before.body.error.code, 'people.committee_before_group')
  const { documents: _none, ...missing } = { ...decided, judgmentNo: undefined, documents: 0 }
  assert.equal((await propose(missing)).status, 400)
  const { requestId } = (await propose(decided)).body
  assert.equal((await approve(vice, requestId)).status, 200)
  assert.equal((await vice.get<{ total: number }>('/members')).body.total, 1)
  assert.equal((await approve(vice, requestId)).status, 422)
  assert.equal((await approve(street, requestId)).status, 200)
  const file = (await street.get<MemberFile>(`/members/${personId}`)).body
  assert.equal(file.memberships.find((row) => row.supersededAt === null)?.endReason, 'expelled')
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})
