import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BenefitRow } from '#contract/funds-ceilings.ts'
import type { OpenClaim, PaymentLine } from '#contract/funds-payments.ts'
import type { Paper } from '#contract/paper.ts'
import type { PaymentExplanation } from '#contract/stipends.ts'
import { makeAppointment, makePerson, makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeBudget } from '../tests/make-budget.ts'

interface Answer {
  benefitId: string
  batchId: string
  state: string
  totalFen: number
  error: { code: string; params: Record<string, string> }
}

/** An office with a budget of union funds, and two records of what may be one person, each with an account. */
async function makeOffice() {
  const tenant = await makeTenant()
  const at = (post: string) => tenant.officer(post, tenant.federationId)
  const office = { tenant, clerk: await at('federation_officer'), checker: await at('federation_officer') }
  const { people, budgetId, stipendBudgetId } = await tenant.inside(async (tx) => {
    const person = async () => {
      const id = await makePerson(tx, { name: '林测试' })
      const organisationId = tenant.north.unionId
      const post = { post: 'union_organiser', organisationId, startsOn: '2020-01-01', endsBefore: null }
      await makeAppointment(tx, id, post)
      return id
    }
    const budget = { organisationId: tenant.federationId, amountFen: 1_000_000 }
    return {
      people: [await person(), await person()] as const,
      budgetId: (await makeBudget(tx, { ...budget, purpose: 'union_funds' })).budgetId,
      stipendBudgetId: (await makeBudget(tx, budget)).budgetId,
    }
  })
  // Whoever checks has written down none of the accounts.
  const accountant = await at('federation_officer')
  for (const personId of people)
    await accountant.post(`/members/${personId}/payee-accounts`, {
      bankName: '测试银行',
      number: '6217000012345678',
      holder: '林测试',
    })
  return { ...office, payer: await at('finance_clerk'), people, budgetId, stipendBudgetId }
}
type Office = Awaited<ReturnType<typeof makeOffice>>

const give = ({ clerk, budgetId, people }: Office, more: object = {}) =>
  clerk.post<Answer>('/benefits', {
    personId: people[0],
    category: 'hospital',
    event: '第一次住院',
    givenOn: '2025-10-06',
    amountFen: 100_000,
    budgetId,
    ...more,
  })

const list = ({ clerk, budgetId }: Office) => clerk.post<Answer>(`/budgets/${budgetId}/payment-batches`, {})

const dues = async ({ clerk, budgetId }: Office) =>
  (await clerk.get<{ items: OpenClaim[] }>(`/budgets/${budgetId}/open-claims`)).body.items

async function join({ tenant, people }: Office): Promise<void> {
  const { owner } = await testServer()
  await owner.query(
    `insert into person_aliases (tenant_id, id, alias_id, person_id, merged_on, reason) values ($1, gen_random_uuid(), $2, $3, '2026-01-01', '-')`,
    [tenant.id, people[1], people[0]],
  )
}

test('a benefit in money goes the way of the payment lists, and a holiday gift is goods', async () => {
  const office = await makeOffice()
  assert.equal((await give(office)).status, 201)
  const [due] = await dues(office)
  assert.deepEqual([due!.netFen, due!.state], [100_000, 'ready'])
  const { body } = await list(office)
  assert.equal(body.totalFen, 100_000)
  const lines = await office.clerk.get<{ items: PaymentLine[] }>(`/payment-batches/${body.batchId}/lines`)
  const why = await office.clerk.get<PaymentExplanation>(
    `/claims/${lines.body.items[0]!.claimId}/explanation`,
  )
  assert.deepEqual([why.body.reason, why.body.benefit!.category], ['benefit', 'hospital'])
  assert.ok(why.body.rules.some(({ key }) => key === 'benefits.ceilings'))
  const step = (name: string, client = office.checker) =>
    client.post(`/payment-batches/${body.batchId}/${name}`, {})
  const sheet = await office.clerk.get<Paper>(`/payment-batches/${body.batchId}/papers/sheet`)
  assert.equal(sheet.body.title, '职工福利发放表')
  assert.equal((await step('check')).status, 200)
  const { app } = await testServer()
  const bank = await app.inject({
    method: 'GET',
    url: `/api/v1/payment-batches/${body.batchId}/bank-list?format=csv`,
    headers: office.payer.headers,
  })
  assert.ok(bank.body.includes('职工福利') && !bank.body.includes('专项补贴'))
  assert.equal((await step('payment', office.payer)).status, 200)
  const gift = { category: 'holiday_gift', occasion: 'mid_autumn' }
  assert.equal((await give(office, gift)).body.error.code, 'ceilings.goods_only')
  assert.equal((await give(office, { budgetId: office.stipendBudgetId })).status, 400)
})

test('a benefit above its ceiling is due only once a second person allowed it', async () => {
  const office = await makeOffice()
  const { body } = await give(office, { amountFen: 100_001, overrideReason: '重大手术费用高' })
  assert.deepEqual([body.state, await dues(office)], ['waiting', []])
  assert.equal((await list(office)).body.error.code, 'funds.nothing_to_pay')
  const decision = { outcome: 'allowed', reason: '主席办公会同意' }
  assert.equal((await office.checker.post(`/benefits/${body.benefitId}/decision`, decision)).status, 200)
  assert.equal((await dues(office))[0]!.state, 'ready')
  assert.equal((await list(office)).body.totalFen, 100_001)
})

test('two records turn out to be one person: the list leaves the second benefit off, and one that was made is not checked', async () => {
  const office = await makeOffice()
  await give(office)
  await give(office, { personId: office.people[1] })
  const made = (await list(office)).body
  assert.equal(made.totalFen, 200_000)
  await join(office)
  const refused = await office.checker.post<Answer>(`/payment-batches/${made.batchId}/check`, {})
  assert.equal(refused.body.error.code, 'ceilings.list_above')
  assert.deepEqual(
    [refused.body.error.params['limit'], refused.body.error.params['excess']],
    ['1000.00', '1000.00'],
  )
  assert.ok(refused.body.error.params['rule']!.includes('D7'))
  await office.checker.post(`/payment-batches/${made.batchId}/return-to-maker`, { reason: '重复发放' })
  assert.deepEqual((await dues(office)).map(({ state }) => state).toSorted(), ['above_ceiling', 'ready'])
  assert.equal((await list(office)).body.totalFen, 100_000)
  assert.equal((await list(office)).body.error.code, 'ceilings.list_above', 'nothing else is left')
})

test('of two records of one person the benefits count together before anything is given', async () => {
  const office = await makeOffice()
  await join(office)
  await give(office)
  const second = await give(office, { personId: office.people[1], amountFen: 1 })
  assert.equal(second.body.error.code, 'ceilings.above')
  const { body } = await office.clerk.get<{ items: BenefitRow[] }>('/benefits')
  assert.equal(body.items.length, 1)
})
