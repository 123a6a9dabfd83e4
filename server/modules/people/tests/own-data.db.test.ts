import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ApprovalFile, ApprovalRow } from '#contract/approvals.ts'
import type { ErasurePreview, OwnRequest } from '#contract/own-data.ts'
import type { MemberFile, OwnFile } from '#contract/people-records.ts'
import { citizenNumbers } from '#tools/generate/codes.ts'
import { dayOf } from '#tools/generate/days.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { eraseDue, eraseDueKind } from '../erasure/erase-due.ts'
import { refreshMemberIndex } from '../index.ts'
import { writeMemberships } from '../memberships.ts'

const nextNumber = citizenNumbers()
const newNumber = () => nextNumber('330299', dayOf('1991-03-04'), 'female')

/** A worker of the northern union, signed in. */
async function workerOf(tenant: TestTenant): Promise<{ worker: TestClient; personId: string }> {
  const worker = await tenant.nobody()
  const personId = (await worker.get<{ person: { id: string } }>('/me')).body.person.id
  const value = {
    unionId: tenant.north.unionId,
    kind: 'member',
    joinedOn: '2020-01-01',
    joinedPrecision: 'day',
  } as const
  await tenant.inside(async (tx) => {
    const inserted = [{ startsOn: '2020-01-01', endsBefore: null, endReason: null, value }]
    await writeMemberships(tx, null, [{ personId, change: { supersededIds: [], inserted } }])
    await refreshMemberIndex(tx, { personIds: [personId] })
  })
  return { worker, personId }
}

const requestsOf = async (worker: TestClient) =>
  (await worker.get<{ items: OwnRequest[] }>('/me/requests')).body.items
const decide = (officer: TestClient, id: string, decision: string, reason?: string) =>
  officer.post<ApprovalFile>(`/approvals/${id}/decision`, { decision, ...(reason && { reason }) })

test('a worker changes free fields at once, and legal facts only after an officer has compared them', async () => {
  const tenant = await makeTenant()
  const { worker, personId } = await workerOf(tenant)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  assert.equal((await worker.request('PATCH', '/me/file', { educationLevel: '本科' })).status, 200)
  const name = await worker.request<object>('PATCH', '/me/file', { name: '另一个' })
  assert.equal(name.status, 400)
  const number = newNumber()
  const asked = await worker.post<{ requestId: string }>('/me/corrections', {
    name: '陈更正',
    documentKind: 'citizen_id',
    documentNumber: number,
    joinedOn: '2019-07-01',
  })
  assert.equal(asked.status, 201)
  const id = asked.body.requestId
  const before = (await worker.get<OwnFile>('/me/file')).body
  assert.deepEqual([before.name, before.educationLevel, before.document], ['陈测试', '本科', null])
  assert.equal((await south.get(`/approvals/${id}`)).status, 404)
  const file = (await chair.get<ApprovalFile>(`/approvals/${id}`)).body
  assert.deepEqual(
    file.lines.map((line) => [line.field, line.before, line.after]),
    [
      ['name', '陈测试', '陈更正'],
      ['documentKind', null, 'citizen_id'],
      ['documentNumber', null, number],
      ['joinedOn', '2020-01-01', '2019-07-01'],
    ],
  )
  assert.equal((await decide(chair, id, 'approve')).body.state, 'approved')
  const after = (await worker.get<OwnFile>('/me/file')).body
  assert.deepEqual([after.name, after.document], ['陈更正', number])
  assert.equal(after.memberships[0]?.joinedOn, '2019-07-01')
  const found = await chair.get<{ items: { personId: string }[] }>(
    `/members?q=${encodeURIComponent('陈更正')}`,
  )
  assert.equal(found.body.items[0]?.personId, personId)
  assert.equal((await decide(chair, id, 'approve')).body.error.code, 'approvals.over')
})

test('a correction that is sent back says why, is mended and submitted again; a refusal needs a reason', async () => {
  const tenant = await makeTenant()
  const { worker } = await workerOf(tenant)
  const { worker: stranger } = await workerOf(tenant)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const empty = await worker.post<object>('/me/corrections', { reason: '不对' })
  assert.equal(empty.body.error.fields?.[0]?.code, 'people.nothing_to_correct')
  const wrong = await worker.post<object>('/me/corrections', { mobile: '123', birthDate: '2999-01-01' })
  assert.deepEqual(wrong.body.error.fields?.map((field) => field.path).sort(), ['birthDate', 'mobile'])
  const { requestId } = (await worker.post<{ requestId: string }>('/me/corrections', { name: '陈一' })).body
  assert.equal((await decide(chair, requestId, 'return')).status, 400)
  assert.equal((await decide(chair, requestId, 'return', '请附身份证照片')).body.state, 'returned')
  const [request] = await requestsOf(worker)
  assert.deepEqual([request?.state, request?.can.change], ['returned', true])
  assert.equal(request?.acts.at(-1)?.reason, '请附身份证照片')
  const mend = (client: TestClient) =>
    client.request<object>('PUT', `/me/corrections/${requestId}`, { name: '陈一一' })
  assert.equal((await mend(stranger)).status, 404)
  assert.equal((await mend(worker)).status, 200)
  assert.equal((await mend(worker)).body.error.code, 'approvals.not_returned')
  assert.equal((await decide(chair, requestId, 'refuse', '与证件不符')).body.state, 'refused')
  assert.equal((await worker.get<OwnFile>('/me/file')).body.name, '陈测试')
})

test('nobody decides their own request, and taking it back ends its task', async () => {
  const tenant = await makeTenant()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const { requestId } = (await chair.post<{ requestId: string }>('/me/corrections', { name: '陈主席' })).body
  const own = (await chair.get<ApprovalFile>(`/approvals/${requestId}`)).body.can
  assert.deepEqual(own, { decide: false, why: 'own' })
  assert.equal((await decide(chair, requestId, 'approve')).body.error.code, 'approvals.own')
  const waiting = async () =>
    (await street.get<{ total: number }>('/inbox/tasks?kind=approvals.correction')).body.total
  assert.equal(await waiting(), 1)
  assert.equal((await street.post(`/me/requests/${requestId}/withdrawal`)).status, 404)
  assert.equal((await chair.post(`/me/requests/${requestId}/withdrawal`)).status, 200)
  assert.equal(await waiting(), 0)
  assert.equal((await decide(street, requestId, 'approve')).body.error.code, 'approvals.over')
})

test('two officers who decide at once: one decision counts, the other is told', async () => {
  const tenant = await makeTenant()
  const { worker } = await workerOf(tenant)
  const officers = await Promise.all([
    tenant.officer('union_chair', tenant.north.unionId),
    tenant.officer('street_officer', tenant.north.streetId),
  ])
  const { requestId } = (await worker.post<{ requestId: string }>('/me/corrections', { name: '陈两' })).body
  const answers = await Promise.all(officers.map((officer) => decide(officer, requestId, 'approve')))
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409])
})

test('a rule of two steps asks two persons, in their order', async () => {
  const tenant = await makeTenant()
  const { owner } = await testServer()
  const steps = JSON.stringify([
    { permission: 'people.write', at: 'organisation' },
    { permission: 'privacy.manage', at: 'top' },
  ])
  await owner.query(`update tenants set division_code = '440100' where id = $1`, [tenant.id])
  await owner.query(
    `insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked)
     values ($1, '4401', 'approvals.steps.correction', '=', $2, 'steps', '2001-01-01', null, '办法', '第二条', 'test') on conflict do nothing`,
    ['00000000-0000-7000-8000-00000000f001', steps],
  )
  const { worker } = await workerOf(tenant)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const { requestId } = (await worker.post<{ requestId: string }>('/me/corrections', { name: '陈两步' })).body
  assert.equal((await decide(street, requestId, 'approve')).body.step, 2)
  assert.equal((await worker.get<OwnFile>('/me/file')).body.name, '陈测试')
  assert.equal((await decide(street, requestId, 'approve')).body.error.code, 'approvals.elsewhere')
  const waiting = await district.get<{ items: ApprovalRow[] }>('/approvals')
  assert.deepEqual(
    waiting.body.items.map((row) => row.id),
    [requestId],
  )
  assert.equal((await decide(district, requestId, 'approve')).body.state, 'approved')
  assert.equal((await worker.get<OwnFile>('/me/file')).body.name, '陈两步')
})

test('an erasure: consequences told, membership ended, approved above, done when its day has come', async () => {
  const tenant = await makeTenant()
  const { worker, personId } = await workerOf(tenant)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const preview = (await worker.get<ErasurePreview>('/me/erasure')).body
  assert.deepEqual([preview.hindrances, preview.coolingDays], [['membership'], 7])
  assert.equal((await worker.post('/me/erasure')).status, 400)
  const ask = () =>
    worker.post<{ requestId: string }>('/me/erasure', { consequencesRead: true, reason: '出国' })
  const { requestId } = (await ask()).body
  assert.equal((await ask()).body.error.code, 'people.erasure_asked')
  assert.equal((await chair.get(`/approvals/${requestId}`)).status, 404)
  const early = await decide(district, requestId, 'approve')
  assert.equal(early.body.error.code, 'people.erasure_while_member')
  await chair.post('/memberships/ending', { personIds: [personId], kind: 'withdrawn', on: '2026-01-01' })
  assert.equal((await decide(district, requestId, 'approve')).body.state, 'approved')
  assert.equal((await requestsOf(worker))[0]?.state, 'scheduled')
  assert.deepEqual(await runErasures(tenant), { erased: 0, held: 0 })
  // Taken back within the days to think it over, and asked once more.
  assert.equal((await worker.post(`/me/requests/${requestId}/withdrawal`)).status, 200)
  await comeDue(tenant)
  assert.deepEqual(await runErasures(tenant), { erased: 0, held: 0 })
  const second = (await ask()).body.requestId
  await decide(district, second, 'approve')
  await comeDue(tenant)
  assert.deepEqual(await runErasures(tenant), { erased: 1, held: 0 })
  assert.deepEqual(await runErasures(tenant), { erased: 0, held: 0 })
  assert.equal((await worker.get('/me')).status, 401)
  assert.equal((await district.get<MemberFile>(`/members/${personId}`)).body.name, '（已删除）')
  assert.deepEqual((await district.get<ApprovalFile>(`/approvals/${second}`)).body.lines, [])
})

async function runErasures(tenant: TestTenant): Promise<unknown> {
  const { platform } = await testServer()
  return eraseDue(platform)({
    id: tenant.id,
    tenantId: tenant.id,
    kind: eraseDueKind,
    payload: {},
    fence: 1,
    progress: async () => {},
  })
}

/** The days to think it over have passed. */
async function comeDue(tenant: TestTenant): Promise<void> {
  const { owner } = await testServer()
  await owner.query('update erasure_dates set execute_on = app_today() where tenant_id = $1', [tenant.id])
}
