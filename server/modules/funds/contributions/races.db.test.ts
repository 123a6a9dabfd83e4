import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#server/platform/actor.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { findContribution } from './queries/find-contribution.ts'
import { insertContribution, insertContributionMovement, lockContribution } from './store.ts'

const due = 100

async function makeContribution(tenant: TestTenant): Promise<{ somebody: Actor; contributionId: string }> {
  const personId = await tenant.inside((tx) => makePerson(tx, { name: '林测试' }))
  const somebody = { appointment: null, personId } as Actor
  const contributionId = await tenant.inside((tx) =>
    insertContribution(tx, somebody, {
      organisationId: tenant.north.unionId,
      employerId: tenant.north.employerId,
      month: '2020-03',
      kind: 'regular',
      way: 'through_basic',
      wageBaseFen: due * 50,
      dueFen: due,
      dueOn: '2020-04-15',
      returnBasisPoints: 0,
      rules: {},
      shares: [{ level: 'basic', basisPoints: 10_000, amountFen: due }],
    }),
  )
  return { somebody, contributionId }
}

/** Two cashiers look what is left, and book all of it, each by a voucher; gives what stands in the end. */
async function bookTwiceAtOnce(
  tenant: TestTenant,
  lock: (tx: Tx, id: string) => Promise<void>,
): Promise<number> {
  const { platform } = await testServer()
  const { somebody, contributionId } = await makeContribution(tenant)
  const looked = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  const one = (mine: 0 | 1) =>
    inTenant(platform, tenant.id, async (tx) => {
      await lock(tx, contributionId)
      const { dueFen, receivedFen } = await findContribution(tx, contributionId)
      looked[mine].resolve()
      // Whoever holds the lock goes on alone: the other cannot look before.
      await Promise.race([looked[mine === 0 ? 1 : 0].promise, delay(300)])
      if (receivedFen === dueFen) return
      await insertContributionMovement(tx, somebody, {
        contributionId,
        kind: 'receipt',
        amountFen: dueFen - receivedFen,
        movedOn: '2020-04-10',
        voucherNo: `凭证 ${mine}`,
      })
    })
  await Promise.all([one(0), one(1)])
  return (await tenant.inside((tx) => findContribution(tx, contributionId))).receivedFen
}

test('two cashiers book the whole of one contribution at once: it came in once', async () => {
  assert.equal(await bookTwiceAtOnce(await makeTenant(), lockContribution), due)
})

test('control: without the lock of the row it came in twice', async () => {
  assert.equal(await bookTwiceAtOnce(await makeTenant(), () => Promise.resolve()), 2 * due)
})

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
