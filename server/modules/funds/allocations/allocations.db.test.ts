import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Allocation, AllocationPlan, UnionShareRow } from '#contract/funds-allocations.ts'
import type { Budget } from '#contract/funds.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { makeBudget } from '../tests/make-budget.ts'

interface Answer {
  allocationId: string
  spendingId: string
  error: { code: string }
}

async function makeOffice(amountFen = 400_001) {
  const tenant = await makeTenant()
  const { federationId: organisationId } = tenant
  const { budgetId } = await tenant.inside((tx) =>
    makeBudget(tx, { organisationId, amountFen, purpose: 'union_funds' }),
  )
  const at = (post: string, place = tenant.federationId) => tenant.officer(post, place)
  return {
    tenant,
    budgetId,
    clerk: await at('finance_clerk'),
    chair: await at('union_chair', tenant.north.unionId),
    maker: await at('federation_officer'),
    decider: await at('federation_officer'),
    street: await at('street_officer', tenant.north.streetId),
  }
}
type Office = Awaited<ReturnType<typeof makeOffice>>

const make = ({ tenant, maker, budgetId }: Office, more: object = {}) =>
  maker.post<Answer>('/allocations', {
    organisationId: tenant.federationId,
    budgetId,
    year: 2026,
    totalFen: 400_001,
    documentNo: '甬北工〔2026〕31号',
    unions: [
      { unionId: tenant.north.unionId, class: 'two_new_small', workers: 100 },
      { unionId: tenant.south.unionId, class: 'standard', workers: 250 },
    ],
    ...more,
  })

const decide = (client: TestClient, allocationId: string, outcome = 'approved') =>
  client.post<Answer>(`/allocations/${allocationId}/decision`, { outcome })

const pay = (client: TestClient, allocationId: string) =>
  client.post<Answer>(`/allocations/${allocationId}/payment`, {
    voucherNo: '凭证 2026-50',
    paidOn: '2026-04-30',
  })

const budgetOf = async ({ maker, budgetId }: Office) => {
  const { body } = await maker.get<Budget>(`/budgets/${budgetId}`)
  return [body.availableFen, body.committedFen, body.paidFen]
}

const read = async (client: TestClient, allocationId: string) =>
  (await client.get<Allocation>(`/allocations/${allocationId}`)).body

const spend = (client: TestClient, shareId: string, more: object = {}) =>
  client.post<Answer>(`/allocation-shares/${shareId}/spending`, {
    purpose: '春季职工疗休养',
    amountFen: 100_000,
    onWorkersFen: 66_667,
    spentOn: '2026-05-08',
    voucherNo: '凭证 2026-51',
    ...more,
  })

test('a sum is shared by class and workers to the fen, and three hands make, approve and pay it', async () => {
  const office = await makeOffice()
  const { allocationId } = (await make(office)).body
  assert.equal((await make(office)).body.error.code, 'allocations.document_used')
  const { shares, state, rule } = await read(office.maker, allocationId)
  assert.deepEqual(
    [state, ...shares.map(({ amountFen }) => amountFen)],
    ['waiting', 250_001, 150_000],
    'the fen that is left goes to the largest remainder',
  )
  assert.deepEqual(
    shares.map(({ weight }) => weight),
    [25_000, 15_000],
  )
  assert.ok(rule.source.includes('差异化拨付') && rule.classes.length === 3)
  assert.equal((await decide(office.maker, allocationId)).body.error.code, 'allocations.same_hand')
  assert.equal((await pay(office.clerk, allocationId)).status, 409, 'not approved yet')
  assert.equal((await decide(office.decider, allocationId)).status, 200)
  assert.equal((await decide(office.decider, allocationId)).status, 409)
  assert.deepEqual(await budgetOf(office), [0, 400_001, 0])
  assert.equal((await pay(office.maker, allocationId)).status, 403)
  assert.equal((await pay(office.clerk, allocationId)).status, 200)
  assert.equal((await pay(office.clerk, allocationId)).status, 409)
  assert.deepEqual(await budgetOf(office), [0, 0, 400_001])
  assert.equal((await read(office.maker, allocationId)).state, 'paid')
})

test('a plan weighs the unions of the register; one without workers is left out and counted', async () => {
  const office = await makeOffice()
  const { north, south, federationId } = office.tenant
  await office.tenant.inside(async (tx) => {
    await tx
      .updateTable('organisations')
      .set({ two_new_type: 'new_economic' })
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', north.employerId)
      .execute()
    const headcount = { tenant_id: tx.tenantId, source: 'report', as_of: '2026-01-01' }
    await tx
      .insertInto('headcounts')
      .values({ ...headcount, id: north.employerId, organisation_id: north.employerId, workers: 24 })
      .execute()
  })
  const plan = (client: TestClient) =>
    client.get<AllocationPlan>(`/allocation-plan?organisationId=${federationId}&totalFen=1000`)
  const { body } = await plan(office.maker)
  assert.deepEqual(
    body.unions.map((union) => [union.unionId, union.class, union.workers, union.amountFen]),
    [[north.unionId, 'two_new_small', 24, 1000]],
  )
  assert.equal(body.withoutWorkers, 1)
  assert.equal((await plan(office.street)).status, 403)
  assert.ok(!body.unions.some(({ unionId }) => unionId === south.unionId))
})

test('what the budget does not have is not approved; another budget’s money is not taken', async () => {
  const office = await makeOffice(400_000)
  const { allocationId } = (await make(office)).body
  assert.equal((await decide(office.decider, allocationId)).body.error.code, 'funds.overdrawn')
  const { budgetId } = await office.tenant.inside((tx) =>
    makeBudget(tx, { organisationId: office.tenant.federationId, amountFen: 1, purpose: 'stipend' }),
  )
  assert.equal((await make(office, { budgetId })).status, 400)
})

test('two allocations are approved against one budget at once: one of them has its money', async () => {
  const office = await makeOffice()
  const one = (await make(office)).body.allocationId
  const other = (await make(office, { documentNo: '甬北工〔2026〕32号' })).body.allocationId
  const both = await Promise.all([decide(office.decider, one), decide(office.decider, other)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 422])
  assert.deepEqual(await budgetOf(office), [0, 400_001, 0])
})

test('a refused allocation may be made anew by the same document', async () => {
  const office = await makeOffice()
  await decide(office.decider, (await make(office)).body.allocationId, 'refused')
  assert.equal((await make(office)).status, 201)
})

test('unknown classes, a union named twice and what is no basic union are refused', async () => {
  const office = await makeOffice()
  const { north, federationId } = office.tenant
  const union = { unionId: north.unionId, class: 'standard', workers: 1 }
  const codeOf = async (...unions: object[]) => (await make(office, { unions })).body.error.code
  assert.equal(await codeOf({ ...union, class: 'golden' }), 'allocations.unknown_class')
  assert.equal(await codeOf(union, union), 'allocations.union_twice')
  assert.equal(await codeOf({ ...union, unionId: federationId }), 'allocations.not_basic_unions')
})

test('a chair sees what the union got and records what it spent, never more; the share on workers is shown', async () => {
  const office = await makeOffice()
  const { allocationId } = (await make(office)).body
  const mine = async () =>
    (await office.chair.get<{ items: UnionShareRow[] }>('/allocation-shares')).body.items
  assert.deepEqual(await mine(), [], 'not approved yet')
  await decide(office.decider, allocationId)
  const [share] = await mine()
  assert.deepEqual([share!.unionId, share!.amountFen], [office.tenant.north.unionId, 150_000])
  const { id } = share!
  assert.equal((await spend(office.chair, id)).body.error.code, 'allocations.not_paid')
  await pay(office.clerk, allocationId)
  const first = await spend(office.chair, id)
  assert.equal(first.status, 201)
  assert.equal((await spend(office.chair, id, { amountFen: 1, onWorkersFen: 0 })).status, 409, 'same voucher')
  const next = { voucherNo: '凭证 2026-52' }
  assert.equal((await spend(office.chair, id, { ...next, amountFen: 50_001 })).status, 400)
  const over = { ...next, amountFen: 50_001, onWorkersFen: 0 }
  assert.equal((await spend(office.chair, id, over)).body.error.code, 'allocations.too_much')
  assert.equal((await spend(office.chair, id, { ...over, amountFen: 50_000 })).status, 201)
  assert.equal((await mine())[0]!.directBasisPoints, 4_444)
  assert.equal((await read(office.maker, allocationId)).onWorkersFen, 66_667)
  const undo = () =>
    office.chair.post(`/allocation-spending/${first.body.spendingId}/reversal`, { reason: '凭证登记错了' })
  assert.equal((await undo()).status, 200)
  assert.equal((await undo()).status, 409)
  assert.equal((await mine())[0]!.spentFen, 50_000)
  assert.equal((await spend(office.chair, id)).status, 201, 'its voucher may be recorded anew')
})

test('two vouchers that together are more than the share are spent at once: one of them stands', async () => {
  const office = await makeOffice()
  const { allocationId } = (await make(office)).body
  await decide(office.decider, allocationId)
  await pay(office.clerk, allocationId)
  const { id } = (await read(office.maker, allocationId)).shares.find(
    ({ unionId }) => unionId === office.tenant.north.unionId,
  )!
  const both = await Promise.all([
    spend(office.chair, id),
    spend(office.street, id, { voucherNo: '凭证 2026-59' }),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 422])
})

test('another street spends and sees nothing of it, and a street officer allocates nothing', async () => {
  const office = await makeOffice()
  const { allocationId } = (await make(office)).body
  await decide(office.decider, allocationId)
  await pay(office.clerk, allocationId)
  const { shares } = await read(office.maker, allocationId)
  const mine = shares.find(({ unionId }) => unionId === office.tenant.north.unionId)!
  const south = await office.tenant.officer('street_officer', office.tenant.south.streetId)
  assert.equal((await spend(south, mine.id)).status, 404)
  assert.equal((await south.get(`/allocation-shares/${mine.id}`)).status, 404)
  assert.equal((await south.get(`/allocations/${allocationId}`)).status, 404)
  assert.equal((await make({ ...office, maker: south })).status, 403)
})
