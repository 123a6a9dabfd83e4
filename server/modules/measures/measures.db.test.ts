import assert from 'node:assert/strict'
import { test } from 'node:test'
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
  const { body } = await client.get<{ items: Record<string, string>[] }>('/measures')
  assert.deepEqual(
    body.items.map(({ name }) => name),
    ['two_new_organisations', 'workers', 'members'],
  )
  for (const { zh, en, definitionZh, definitionEn, unit } of body.items)
    for (const text of [zh, en, definitionZh, definitionEn, unit]) assert.ok(text!.length > 1)
})

test('nothing of another tenant is in a figure', async () => {
  const [one, other] = [await makeTenant(), await makeTenant()]
  const client = await one.officer('federation_officer', one.federationId)
  assert.equal((await client.get(`/measures/members?organisationId=${other.federationId}`)).status, 404)
  const { body } = await client.get<{ items: { id: string }[] }>('/measures/workers/rows')
  assert.deepEqual(body.items, [])
})
