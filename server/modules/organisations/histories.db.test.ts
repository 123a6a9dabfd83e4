import assert from 'node:assert/strict'
import { test } from 'node:test'
import { playHistoriesInTenants } from '#server/test/organisation-histories/tenants.ts'

test('a hundred random histories agree with a model written apart, on every day and as known at every moment', async () => {
  const seed = process.env.GONGHUI_TEST_SEED ?? String(Date.now())
  console.log(`seed ${seed}`)
  const played = await playHistoriesInTenants({ count: 100, seed })
  assert.equal(played.histories, 100)
  // Histories in which everything is refused would prove nothing.
  assert.ok(played.refused < played.operations * 0.8)
})
