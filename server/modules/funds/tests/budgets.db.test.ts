import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Budget, BudgetRow, FundSource } from '#contract/funds.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'

const documentNo = '甬北工〔2026〕12号'

async function office() {
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const { body } = await officer.post<{ sourceId: string }>('/fund-sources', {
    organisationId: tenant.federationId,
    name: '区财政专项',
    payer: 'district_finance',
  })
  return { tenant, officer, sourceId: body.sourceId }
}

async function open(
  officer: TestClient,
  from: { sourceId: string } | { parentId: string },
  { organisationId, amountFen }: { organisationId: string; amountFen: number },
) {
  return officer.post<{ budgetId: string }>('/budgets', {
    organisationId,
    name: '兼职主席专项补贴',
    purpose: 'stipend',
    year: 2026,
    amountFen,
    documentNo,
    ...from,
  })
}

const read = async (officer: TestClient, budgetId: string) =>
  (await officer.get<Budget>(`/budgets/${budgetId}`)).body

test('a budget has its money from a source, allocates it further, and every fen is found again', async () => {
  const { tenant, officer, sourceId } = await office()
  const { body } = await open(
    officer,
    { sourceId },
    { organisationId: tenant.federationId, amountFen: 1_000_000 },
  )
  const below = await open(
    officer,
    { parentId: body.budgetId },
    { organisationId: tenant.north.streetId, amountFen: 400_000 },
  )
  assert.equal(below.status, 201)
  const [upper, lower] = [await read(officer, body.budgetId), await read(officer, below.body.budgetId)]
  assert.deepEqual([upper.budgetFen, upper.availableFen], [600_000, 600_000])
  assert.deepEqual(
    [lower.budgetFen, lower.parentName, lower.payer],
    [400_000, '兼职主席专项补贴', 'district_finance'],
  )
  assert.deepEqual(
    upper.movements.map((each) => each.amountFen),
    [-400_000, 1_000_000],
  )
  const { body: sources } = await officer.get<{ items: FundSource[] }>('/fund-sources')
  assert.equal(sources.items[0]!.grantedFen, 1_000_000)
})

test('what is not there cannot be allocated, to the fen', async () => {
  const { tenant, officer, sourceId } = await office()
  const { body } = await open(officer, { sourceId }, { organisationId: tenant.federationId, amountFen: 5000 })
  const from = { parentId: body.budgetId }
  const refused = await open(officer, from, { organisationId: tenant.north.streetId, amountFen: 5001 })
  assert.equal(refused.status, 422)
  assert.deepEqual(refused.body.error.params, { available: '50.00', amount: '50.01' })
  assert.equal(
    (await open(officer, from, { organisationId: tenant.north.streetId, amountFen: 5000 })).status,
    201,
  )
})

test('a mistaken movement is taken back by its opposite, once, and stays on record', async () => {
  const { tenant, officer, sourceId } = await office()
  const { body } = await open(officer, { sourceId }, { organisationId: tenant.federationId, amountFen: 8000 })
  const { body: added } = await officer.post<{ movementId: string }>(`/budgets/${body.budgetId}/movements`, {
    amountFen: 2000,
    documentNo,
  })
  const reverse = () =>
    officer.post(`/budget-movements/${added.movementId}/reversal`, { reason: '拨错了预算' })
  const answers = await Promise.all([reverse(), reverse()])
  assert.deepEqual(answers.map((each) => each.status).toSorted(), [201, 409])
  const budget = await read(officer, body.budgetId)
  assert.equal(budget.budgetFen, 8000)
  assert.deepEqual(
    budget.movements.map((each) => [each.amountFen, each.isReversed, each.canReverse]),
    [
      [-2000, false, false],
      [2000, true, false],
      [8000, false, true],
    ],
  )
  const again = await officer.post(`/budget-movements/${budget.movements[0]!.id}/reversal`, {
    reason: '冲销的冲销',
  })
  assert.equal(again.body.error.code, 'funds.is_reversal')
})

test('a street sees its own budgets and opens none; another street sees nothing of them', async () => {
  const { tenant, officer, sourceId } = await office()
  const place = { organisationId: tenant.north.streetId, amountFen: 700 }
  const { body } = await open(officer, { sourceId }, place)
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  assert.equal((await north.get(`/budgets/${body.budgetId}`)).status, 200)
  assert.equal((await south.get(`/budgets/${body.budgetId}`)).status, 404)
  assert.deepEqual((await south.get<{ items: BudgetRow[] }>('/budgets')).body.items, [])
  assert.equal((await open(north, { sourceId }, place)).status, 403)
})

test('a source has its name once in an organisation', async () => {
  const { tenant, officer } = await office()
  const again = await officer.post('/fund-sources', {
    organisationId: tenant.federationId,
    name: '区财政专项',
    payer: 'street_town',
  })
  assert.equal(again.body.error.code, 'funds.source_exists')
})

test('of eight who allocate from one budget at once nobody gets what is not there', async () => {
  const { tenant, officer, sourceId } = await office()
  const { body } = await open(officer, { sourceId }, { organisationId: tenant.federationId, amountFen: 1000 })
  const answers = await drain(tenant, officer, body.budgetId)
  assert.equal(answers.filter((status) => status === 201).length, 3)
  assert.equal((await read(officer, body.budgetId)).availableFen, 100)
})

async function drain(tenant: TestTenant, officer: TestClient, parentId: string): Promise<number[]> {
  const place = { organisationId: tenant.north.streetId, amountFen: 300 }
  const all = await Promise.all(Array.from({ length: 8 }, () => open(officer, { parentId }, place)))
  return all.map((each) => each.status)
}
