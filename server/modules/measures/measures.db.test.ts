import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '#contract/sessions.ts'
import { addDays } from '#server/platform/clock.ts'
import { makeTenant } from '#server/test/makers.ts'

test('a question that makes no sense is a wrong field with its name, never an accident', async () => {
  const tenant = await makeTenant()
  const client = await tenant.officer('federation_officer', tenant.federationId)
  for (const [query, path] of [
    ['asOf=2026-02-30', 'asOf'],
    ['asOf=0000-01-01', 'asOf'],
    ['knownAt=yesterday', 'knownAt'],
    ['knownAt=2026-06-31T00:00:00Z', 'knownAt'],
    ['by=weather', 'by'],
    ['organisationId=7', 'organisationId'],
  ] as const) {
    const { status, body } = await client.get(`/measures/members?${query}`)
    assert.equal(status, 400, query)
    assert.deepEqual(
      body.error.fields?.map((field) => field.path),
      [path],
      query,
    )
  }
  assert.equal((await client.get('/measures/nobody_declared_this')).status, 404)
})

test('the catalogue names every figure and says what it counts in both languages', async () => {
  const tenant = await makeTenant()
  const client = await tenant.officer('federation_officer', tenant.federationId)
  const { body } = await client.get<{ items: Record<string, unknown>[] }>('/measures')
  assert.deepEqual(
    body.items.filter(({ programme }) => programme === null).map(({ name }) => name),
    ['two_new_organisations', 'workers', 'members', 'honours'],
  )
  for (const { zh, en, definitionZh, definitionEn, unit } of body.items as unknown as Record<
    string,
    string
  >[])
    for (const text of [zh, en, definitionZh, definitionEn, unit]) assert.ok(text!.length > 1)
})

test('nothing of another tenant is in a figure', async () => {
  const [one, other] = [await makeTenant(), await makeTenant()]
  const client = await one.officer('federation_officer', one.federationId)
  assert.equal((await client.get(`/measures/members?organisationId=${other.federationId}`)).status, 404)
  const { body } = await client.get<{ items: { id: string }[] }>('/measures/workers/rows')
  assert.deepEqual(body.items, [])
})

test('to open the figures of one street is no leave to ask freely for those of the district', async () => {
  const tenant = await makeTenant()
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const auditor = await tenant.officer('audit_committee_member', tenant.federationId)
  const { body: me } = await auditor.get<Me>('/me')
  const { status } = await district.post('/delegations', {
    receiverId: me.actingAs!.id,
    permissions: ['figures.open'],
    organisationId: tenant.north.streetId,
    reach: 'subtree',
    reason: '专项检查期间',
    startsOn: me.today,
    endsBefore: addDays(me.today, 30),
  })
  assert.equal(status, 201)
  const yesterday = addDays(me.today, -1)
  const ask = async (organisationId: string) =>
    auditor.get(`/measures/members?by=organisation&organisationId=${organisationId}&asOf=${yesterday}`)
  assert.equal((await ask(tenant.north.streetId)).status, 200)
  assert.equal((await ask(tenant.federationId)).body.error.code, 'measures.month_ends_only')
})
