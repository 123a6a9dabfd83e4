import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ComplaintFile, ComplaintRow, ComplaintTarget, OwnComplaint } from '#contract/complaints.ts'
import { erasePerson, refreshMemberIndex } from '#server/modules/people/index.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'

const words = '窗口办事推诿，三次没有给答复'

async function world() {
  const tenant = await makeTenant()
  const worker = await memberOf(tenant)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const district = await tenant.officer('federation_officer', tenant.federationId)
  return { tenant, worker, chair, street, district }
}

async function memberOf(tenant: TestTenant): Promise<TestClient> {
  const worker = await tenant.nobody()
  const personId = (await worker.get<{ person: { id: string } }>('/me')).body.person.id
  await tenant.inside(async (tx) => {
    await tx
      .insertInto('memberships')
      .values({
        tenant_id: tx.tenantId,
        id: personId,
        person_id: personId,
        union_id: tenant.north.unionId,
        kind: 'member',
        starts_on: '2020-01-01',
      })
      .execute()
    await refreshMemberIndex(tx, { personIds: [personId] })
  })
  return worker
}

const file = (
  client: TestClient,
  about: { organisationId: string; appointmentId?: string; anonymous?: boolean },
) =>
  client.post<{ id: string; receiptNo: string; handledBy: string }>('/me/complaints', {
    subject: 'service',
    text: words,
    ...about,
  })
const seen = async (client: TestClient) =>
  (await client.get<{ items: ComplaintRow[] }>('/complaints')).body.items
const own = async (client: TestClient) =>
  (await client.get<{ items: OwnComplaint[] }>('/me/complaints')).body.items

test('a complaint goes to the level above, is answered, and one level up when that will not do', async () => {
  const { tenant, worker, chair, street, district } = await world()
  const targets = (await worker.get<{ items: ComplaintTarget[] }>('/me/complaint-targets')).body.items
  assert.deepEqual(
    targets.map((each) => [each.name, each.handledBy]),
    [
      ['北机械厂工会委员会', '北街道总工会'],
      ['北街道总工会', '测试区总工会'],
      ['测试区总工会', null],
    ],
  )
  const filed = await file(worker, { organisationId: tenant.north.unionId })
  assert.equal(filed.body.handledBy, '北街道总工会')
  assert.equal((await chair.get(`/complaints/${filed.body.id}`)).status, 403)
  const answer = (client: TestClient, text: string) =>
    client.post<ComplaintFile>(`/complaints/${filed.body.id}/answer`, { text })
  assert.equal((await answer(street, '已约谈，本周内答复')).body.state, 'answered')
  assert.equal((await answer(street, '已约谈，本周内答复')).body.error.code, 'complaints.not_waiting')
  const reply = (satisfied: string) =>
    worker.post<object>(`/me/complaints/${filed.body.id}/reply`, { reply: satisfied, text: '没有解决' })
  assert.equal((await reply('not_satisfied')).status, 200)
  assert.equal((await reply('not_satisfied')).body.error.code, 'complaints.not_answered')
  assert.deepEqual([(await seen(street)).length, (await seen(district)).length], [0, 1])
  assert.equal((await answer(street, '再次答复说明')).status, 404)
  await answer(district, '区总已督办，问题已解决')
  assert.equal((await reply('not_satisfied')).body.error.code, 'complaints.highest')
  assert.equal((await reply('satisfied')).status, 200)
  assert.deepEqual(
    (await own(worker)).map((each) => [each.state, each.acts.length]),
    [['closed', 5]],
  )
})

test('whoever is complained about never sees it, and nobody above means that we say so', async () => {
  const { tenant, worker, street, district } = await world()
  const targets = (await worker.get<{ items: ComplaintTarget[] }>('/me/complaint-targets')).body.items
  const officer = targets[1]!.officers[0]!
  await file(worker, { organisationId: tenant.north.streetId, appointmentId: officer.appointmentId })
  assert.deepEqual([(await seen(street)).length, (await seen(district)).length], [0, 1])
  const [row] = await seen(district)
  assert.equal((await street.get(`/complaints/${row!.id}`)).status, 404)
  const top = await file(worker, { organisationId: tenant.federationId })
  assert.equal(top.body.error.code, 'complaints.nobody_above')
  assert.equal((await file(worker, { organisationId: tenant.south.unionId })).status, 404)
})

test('without a name the office does not know who it is; opening it takes a reason that the worker reads', async () => {
  const { tenant, worker, street } = await world()
  const { owner } = await testServer()
  const me = (await worker.get<{ person: { id: string } }>('/me')).body.person.id
  const filed = await file(worker, { organisationId: tenant.north.unionId, anonymous: true })
  const id = filed.body.id
  const shown = (await street.get<ComplaintFile>(`/complaints/${id}`)).body
  assert.deepEqual([shown.anonymous, shown.filerName, shown.text], [true, null, words])
  const { rows } = await owner.query<{ n: number }>(
    `select (select count(*) from complaints c where c.id = $1 and c::text like '%' || $2 || '%')::int
      + (select count(*) from audit_entries a where a.subject_id = $1 and (a::text like '%' || $2 || '%' or account_id is not null))::int as n`,
    [id, me],
  )
  assert.equal(rows[0]!.n, 0, 'neither the row nor the audit log names them')
  const reveal = (reason: string) => street.post<{ name: string }>(`/complaints/${id}/identity`, { reason })
  assert.equal((await reveal('看')).status, 400)
  assert.equal((await reveal('需要本人到场核实')).body.name, '陈测试')
  const [mine] = await own(worker)
  assert.deepEqual(
    mine!.acts.map((act) => [act.act, act.post, act.text]),
    [
      ['filed', null, null],
      ['identity_revealed', 'street_officer', '需要本人到场核实'],
    ],
  )
})

test('with the person what they said goes, filed with a name or without', async () => {
  const { tenant, worker, chair, street } = await world()
  const me = (await worker.get<{ person: { id: string } }>('/me')).body.person.id
  const named = (await file(worker, { organisationId: tenant.north.unionId })).body.id
  const sealed = (await file(worker, { organisationId: tenant.north.unionId, anonymous: true })).body.id
  await chair.post('/memberships/ending', { personIds: [me], kind: 'left', on: '2026-01-01' })
  await tenant.inside((tx) => erasePerson(tx, null, { personId: me, basis: 'request', requestId: null }))
  for (const id of [named, sealed]) {
    const shown = (await street.get<ComplaintFile>(`/complaints/${id}`)).body
    assert.deepEqual([shown.text, shown.filerName], [null, null])
  }
})
