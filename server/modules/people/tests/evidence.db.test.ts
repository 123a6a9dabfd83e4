import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { ApprovalFile } from '#contract/approvals.ts'
import type { Attachment } from '#contract/attachments.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import type { TestClient } from '#server/test/client.ts'
import type { OwnRequest } from '#contract/own-data.ts'
import { jpeg } from '#server/modules/attachments/tests/made-files.ts'
import { applyErasures, refreshMemberIndex } from '../index.ts'
import { writeMemberships } from '../memberships.ts'

async function workerOf(tenant: TestTenant): Promise<TestClient> {
  const worker = await tenant.nobody()
  await makeMember(tenant, await personOf(worker))
  return worker
}

async function personOf(client: TestClient): Promise<string> {
  return (await client.get<{ person: { id: string } }>('/me')).body.person.id
}

async function makeMember(tenant: TestTenant, personId: string): Promise<void> {
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
}

/** How many files belong to requests of the tenant. */
function kept(tenant: TestTenant): Promise<number> {
  return tenant.inside(
    async (tx) =>
      (
        await sql<{ n: number }>`
          select count(*)::int as n from attachments a join attachment_uses u on u.tenant_id = a.tenant_id and u.attachment_id = a.id
          where a.tenant_id = ${tx.tenantId} and u.subject_kind = 'approval'`.execute(tx)
      ).rows[0]!.n,
  )
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

test('a picture is seen small and whole by those who decide; whoever asked sees what they sent', async () => {
  const tenant = await makeTenant()
  const worker = await workerOf(tenant)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await jpeg())]), 'photo.jpg')
  const picture = (await worker.post<Attachment>('/attachments', form)).body
  const evidenceIds = [picture.id, await send(worker)]
  const asked = await worker.post<{ requestId: string }>('/me/corrections', { name: '陈更正', evidenceIds })
  const small = (client: TestClient, id: string) =>
    client.get(`/approvals/${asked.body.requestId}/attachments/${id}/thumbnail`)
  assert.equal((await small(chair, picture.id)).status, 200)
  assert.equal((await small(south, picture.id)).status, 404)
  assert.equal((await small(chair, evidenceIds[1]!)).status, 404, 'a PDF has no small form')
  const { items } = (await worker.get<{ items: OwnRequest[] }>('/me/requests')).body
  assert.deepEqual(items[0]!.attachments.map(({ id }) => id).sort(), evidenceIds.sort())
})

test('evidence goes when the request is taken back', async () => {
  const tenant = await makeTenant()
  const worker = await workerOf(tenant)
  const evidenceIds = [await send(worker)]
  const asked = await worker.post<{ requestId: string }>('/me/corrections', { name: '陈更正', evidenceIds })
  assert.equal(await kept(tenant), 1)
  const { requestId } = asked.body
  assert.equal((await worker.post(`/me/requests/${requestId}/withdrawal`, {})).status, 200)
  assert.equal(await kept(tenant), 0)
})

test('evidence of an officer about themselves goes with them, though it was sent in from a post', async () => {
  const tenant = await makeTenant()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const personId = await personOf(chair)
  const evidenceIds = [await send(chair)]
  assert.equal((await chair.post('/me/corrections', { name: '陈主席', evidenceIds })).status, 201)
  assert.equal(await kept(tenant), 1)
  assert.equal(await tenant.inside((tx) => applyErasures(tx, [personId])), 1)
  assert.equal(await kept(tenant), 0)
})
