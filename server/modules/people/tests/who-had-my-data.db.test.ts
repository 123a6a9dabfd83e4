import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FullExport } from '#contract/own-data.ts'
import type { OwnCard, OwnFile } from '#contract/people-records.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { refreshMemberIndex } from '../index.ts'
import { writeMemberships } from '../memberships.ts'

async function memberOf(tenant: TestTenant): Promise<{ worker: TestClient; personId: string }> {
  const worker = await tenant.nobody()
  const personId = (await worker.get<{ person: { id: string } }>('/me')).body.person.id
  const value = {
    unionId: tenant.north.unionId,
    kind: 'member',
    joinedOn: null,
    joinedPrecision: null,
  } as const
  await tenant.inside(async (tx) => {
    const inserted = [{ startsOn: '2020-01-01', endsBefore: null, endReason: null, value }]
    await writeMemberships(tx, null, [{ personId, change: { supersededIds: [], inserted } }])
    await refreshMemberIndex(tx, { personIds: [personId] })
  })
  return { worker, personId }
}

const take = async (client: TestClient, method: 'GET' | 'POST', path: string) => {
  const { app } = await testServer()
  return app.inject({
    method,
    url: `/api/v1${path}`,
    headers: client.headers,
    ...(method === 'POST' ? { payload: {} } : {}),
  })
}

test('a worker reads everybody who had their data: looks, lists, cards checked, records joined', async () => {
  const tenant = await makeTenant()
  const { worker, personId } = await memberOf(tenant)
  const { personId: other } = await memberOf(tenant)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const reveal = (reason: string) =>
    chair.post<object>(`/members/${personId}/reveal`, { fields: ['mobile'], purpose: 'contact', reason })
  assert.equal((await reveal('看看')).body.error.fields?.[0]?.code, 'people.reason_short')
  assert.equal((await reveal('回电 13812345678')).body.error.fields?.[0]?.code, 'people.reason_number')
  assert.equal((await reveal('通知参加体检')).status, 200)
  const purpose = '核对花名册'
  await chair.post('/members/export', { filter: { organisationId: tenant.north.unionId }, purpose })
  const card = (await worker.get<OwnCard>('/me/card')).body
  await chair.post('/cards/verification', { code: card.codes[0]!.code })
  // Both sign in: whoever merges says whose log-in stays.
  const merge = { otherPersonId: other, reason: '同一人重复登记', keepsLogIn: 'kept' }
  assert.equal((await chair.post(`/members/${personId}/merges`, merge)).status, 200)
  const { looked } = (await worker.get<OwnFile>('/me/file')).body
  assert.deepEqual(
    looked.map((look) => [look.kind, look.purpose, look.reason, look.post]),
    [
      ['merge', null, '同一人重复登记', 'union_chair'],
      ['card_check', null, '', 'union_chair'],
      ['export', null, purpose, 'union_chair'],
      ['reveal', 'contact', '通知参加体检', 'union_chair'],
    ],
  )
})

test('a list with full numbers: asked, agreed by another officer, taken once, and read by whoever stands in it', async () => {
  const tenant = await makeTenant()
  const { worker, personId } = await memberOf(tenant)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const second = await tenant.officer('federation_officer', tenant.federationId)
  await chair.request('PATCH', `/members/${personId}`, { version: 1, mobile: '14255556666' })
  const asked = await district.post<{ requestId: string }>('/members/full-exports', {
    filter: { organisationId: tenant.north.unionId },
    fields: ['mobile'],
    purpose: '办理补充医疗保险',
    members: 1,
  })
  const id = asked.body.requestId
  const path = `/members/full-exports/${id}/taking`
  assert.equal((await take(district, 'POST', path)).statusCode, 422)
  const decide = (client: TestClient) =>
    client.post<{ state: string }>(`/approvals/${id}/decision`, { decision: 'approve' })
  assert.equal((await decide(district)).body.error.code, 'approvals.own')
  assert.equal((await decide(second)).body.state, 'approved')
  assert.equal((await take(second, 'POST', path)).statusCode, 404, 'only whoever asked takes it')
  const both = await Promise.all([take(district, 'POST', path), take(district, 'POST', path)])
  assert.deepEqual(both.map((answer) => answer.statusCode).sort(), [200, 409])
  const { items } = (await district.get<{ items: FullExport[] }>('/members/full-exports')).body
  assert.deepEqual([items[0]?.taken, items[0]?.can.take], [true, false])
  const [look] = (await worker.get<OwnFile>('/me/file')).body.looked
  assert.deepEqual([look?.kind, look?.fields, look?.reason], ['export', ['mobile'], '办理补充医疗保险'])
})

test('a worker takes everything about themselves away, as a page and as a file', async () => {
  const tenant = await makeTenant()
  const { worker } = await memberOf(tenant)
  await worker.post('/me/consents', { purpose: 'photos', version: 1 })
  await worker.post('/me/corrections', { name: '<b>陈</b>' })
  const json = JSON.parse((await take(worker, 'GET', '/me/data?format=json')).body) as {
    file: { name: string }
    purposes: { code: string; state: string }[]
    requests: object[]
  }
  assert.equal(json.file.name, '陈测试')
  assert.equal(json.purposes.find((purpose) => purpose.code === 'photos')?.state, 'given')
  assert.equal(json.requests.length, 1)
  const page = await take(worker, 'GET', '/me/data?format=html&language=zh')
  assert.match(String(page.headers['content-disposition']), /attachment/)
  assert.match(page.body, /陈测试/)
  assert.doesNotMatch(page.body, /<b>陈/)
})
