import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appoint } from '#server/modules/access/index.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { makePerson, makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'

/** Two commands at once make one person an administrator of two kinds; neither commits before the other has written too, or cannot. */
async function appointTwice(write: (tx: Tx, input: Parameters<typeof appoint>[2]) => Promise<unknown>) {
  const tenant = await makeTenant()
  const { platform } = await testServer()
  const personId = await tenant.inside((tx) => makePerson(tx, { name: '钱测试' }))
  const written = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  const one = (mine: 0 | 1, post: string) =>
    inTenant(platform, tenant.id, async (tx) => {
      await write(tx, {
        personId,
        post,
        organisationId: tenant.federationId,
        fullTime: true,
        basis: 'document',
        documentNo: null,
        startsOn: '2026-01-01',
        endsBefore: null,
        substitutesId: null,
      })
      written[mine].resolve()
      await Promise.race([written[mine === 0 ? 1 : 0].promise, afterAMoment()])
    })
  const results = await Promise.allSettled([one(0, 'system_administrator'), one(1, 'audit_administrator')])
  return results.map((result) => result.status).sort()
}

test('one person made two kinds of administrator at once becomes one of them', async () => {
  assert.deepEqual(await appointTwice((tx, input) => appoint(tx, null, input)), ['fulfilled', 'rejected'])
})

test('control: without the lock of the tenant both are written', async () => {
  const unlocked = async (tx: Tx, input: Parameters<typeof appoint>[2]) => {
    const { rows } = await tx.client.query(
      'select from appointments where tenant_id = $1 and person_id = $2',
      [tx.tenantId, input.personId],
    )
    assert.equal(rows.length, 0)
    await tx.client.query(
      `insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, starts_on)
       values ($1, gen_random_uuid(), gen_random_uuid(), $2, $3, $4, true, 'document', $5)`,
      [tx.tenantId, input.personId, input.post, input.organisationId, input.startsOn],
    )
  }
  assert.deepEqual(await appointTwice(unlocked), ['fulfilled', 'fulfilled'])
})

// The one that waits for the lock cannot say that it has written: the other goes on after a while.
function afterAMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 400))
}
