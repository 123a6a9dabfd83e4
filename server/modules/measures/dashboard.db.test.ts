import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Dashboard } from '#contract/dashboard.ts'
import type { MeasureAnswer } from '#contract/measures.ts'
import { makeTenant } from '#server/test/makers.ts'

for (const post of ['federation_officer', 'audit_committee_member'] as const)
  test(`the home page tells a ${post} of each figure what the question about it tells, and no more`, async () => {
    const tenant = await makeTenant()
    const client = await tenant.officer(post, tenant.federationId)
    const { status, body: page } = await client.get<Dashboard>('/dashboard')
    assert.equal(status, 200)
    assert.equal(page.rounded, post === 'audit_committee_member')
    for (const figure of page.figures) {
      const ask = async (by: string) =>
        (await client.get<MeasureAnswer>(`/measures/${figure.measure}?by=${by}`)).body
      const [byYear, byOrganisation] = [await ask('year'), await ask('organisation')]
      assert.equal(figure.total, byYear.total, figure.measure)
      assert.deepEqual(figure.organisations, byOrganisation.groups, figure.measure)
      assert.deepEqual(figure.years, byYear.groups, figure.measure)
    }
    assert.ok(page.figures.length > 10)
  })

test('the home page of another tenant’s organisation is not there', async () => {
  const [one, other] = [await makeTenant(), await makeTenant()]
  const client = await one.officer('federation_officer', one.federationId)
  assert.equal((await client.get(`/dashboard?organisationId=${other.federationId}`)).status, 404)
})
