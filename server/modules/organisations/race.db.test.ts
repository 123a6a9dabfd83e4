import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { makeOrganisation, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { move } from './commands/move-organisation.ts'
import { lockOrganisations, takeStamp } from './store.ts'
import { beginTreeChange, type TreeWork } from './tree-change.ts'

/** Four associations: lower stands below upper on either side, so that two moves across make one circle of four. */
async function twoBranches(tenant: TestTenant) {
  return tenant.inside(async (tx) => {
    const make = (name: string, parentId: string) =>
      makeOrganisation(tx, { kind: 'union_association', name, parentId })
    const upperA = await make('甲上', tenant.north.streetId)
    const upperB = await make('乙上', tenant.north.streetId)
    return { upperA, lowerA: await make('甲下', upperA), upperB, lowerB: await make('乙下', upperB) }
  })
}

type Begin = (tx: Tx, ids: string[]) => Promise<TreeWork>

/** Both officers look, and only then both write: each moves the top of one branch below the other branch. */
async function moveAcrossAtOnce(tenant: TestTenant, begin: Begin): Promise<PromiseSettledResult<void>[]> {
  const { platform } = await testServer()
  const { upperA, lowerA, upperB, lowerB } = await twoBranches(tenant)
  const ready = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  const one = (mine: 0 | 1, organisationId: string, parentId: string) =>
    inTenant(platform, tenant.id, async (tx) => {
      const waitForOther = Promise.race([ready[mine === 0 ? 1 : 0].promise, delay(500)])
      const work = await begin(tx, [organisationId, parentId])
      await move(tx, work, { organisationId, parentId, startsOn: '2024-01-01' })
      ready[mine].resolve()
      // Neither commits before the other has written too, or cannot.
      await waitForOther
    })
  return Promise.allSettled([one(0, upperA, lowerB), one(1, upperB, lowerA)])
}

test('two moves at once never make a circle: the second is refused', async () => {
  const tenant = await makeTenant()
  const results = await moveAcrossAtOnce(tenant, (tx, ids) => beginTreeChange(tx, null, ids))
  assert.deepEqual(results.map((result) => result.status).sort(), ['fulfilled', 'rejected'])
  const refused = results.find((result) => result.status === 'rejected')
  assert.equal((refused?.reason as { code: string }).code, 'organisations.cycle')
})

test('control: without the lock of the tree both pass and the circle stands', async () => {
  const tenant = await makeTenant()
  const results = await moveAcrossAtOnce(tenant, async (tx, ids) => ({
    heads: await lockOrganisations(tx, ids),
    stamp: await takeStamp(tx, null),
  }))
  assert.deepEqual(
    results.map((result) => result.status),
    ['fulfilled', 'fulfilled'],
  )
})

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
