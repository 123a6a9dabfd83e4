import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ApprovalFile } from '#contract/approvals.ts'
import type { Attachment } from '#contract/attachments.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import type { TestClient } from '#server/test/client.ts'
import { refreshMemberIndex } from '../index.ts'
import { writeMemberships } from '../memberships.ts'

async function workerOf(tenant: TestTenant): Promise<TestClient> {
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
  return worker
}

async function send(client: TestClient): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob(['%PDF-1.4\ntrailer\n%%EOF\n']), 'page.pdf')
  return (await client.post<Attachment>('/attachments', form)).body.id
}

test('evidence sent along with a correction is seen by those who decide, and by nobody else', async () => {
  const tenant = await makeTenant()
  const worker = await workerOf(tenant)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  const evidence = await send(worker)
  const open = (client: TestClient, id: string) => client.get(`/approvals/${id}/attachments/${evidence}`)
  const asked = await worker.post<{ requestId: string }>('/me/corrections', {
    name: '陈更正',
    evidenceIds: [evidence],
  })
  assert.equal(asked.status, 201)
  const { requestId } = asked.body
  const file = (await chair.get<ApprovalFile>(`/approvals/${requestId}`)).body
  assert.deepEqual(
    file.attachments.map(({ id, kind }) => [id, kind]),
    [[evidence, 'document']],
  )
  assert.equal((await open(chair, requestId)).status, 200)
  assert.equal((await open(south, requestId)).status, 404)
  // Sent back, the request keeps what it has; the same file may be named again, and another be added.
  await chair.post(`/approvals/${requestId}/decision`, { decision: 'return', reason: '请补充' })
  const more = await send(worker)
  const mended = await worker.request('PUT', `/me/corrections/${requestId}`, {
    name: '陈更正',
    evidenceIds: [evidence, more],
  })
  assert.equal(mended.status, 200)
  const again = (await chair.get<ApprovalFile>(`/approvals/${requestId}`)).body
  assert.equal(again.attachments.length, 2)
})

test('somebody else’s file, or one that belongs to something, is no evidence, and nothing is asked', async () => {
  const tenant = await makeTenant()
  const worker = await workerOf(tenant)
  const colleague = await workerOf(tenant)
  const theirs = await send(colleague)
  const wrong = await worker.post('/me/corrections', { name: '陈更正', evidenceIds: [theirs] })
  assert.equal(wrong.status, 404)
  const own = await send(worker)
  assert.equal((await worker.post('/me/corrections', { name: '陈更正', evidenceIds: [own] })).status, 201)
  const second = await worker.post('/me/corrections', { name: '陈更错', evidenceIds: [own] })
  assert.equal(second.status, 404)
  const { items } = (await worker.get<{ items: object[] }>('/me/requests')).body
  assert.equal(items.length, 1)
})
