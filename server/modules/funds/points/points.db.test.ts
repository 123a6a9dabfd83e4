import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Budget } from '#contract/funds.ts'
import type { DirectPointRow, PointPart } from '#contract/funds-points.ts'
import type { Me } from '#contract/sessions.ts'
import { insertDeclaration } from '#server/modules/people/relatives/store.ts'
import type { TestClient } from '#server/test/client.ts'
import {
  approvedPoint,
  areas,
  grantPoint,
  makePointOffice,
  readPoint,
  reportAndReview,
  type PointOffice,
} from '../tests/make-points.ts'

interface Refused {
  paymentId: string
  error: { code: string }
}

const pay = (client: TestClient, { shareId }: PointPart, voucherNo = '凭证 2026-118') =>
  client.post<Refused>(`/direct-point-shares/${shareId}/payments`, { voucherNo, paidOn: '2026-05-08' })

const decide = (client: TestClient, grantId: string, outcome = 'approved') =>
  client.post<Refused>(`/direct-points/${grantId}/decision`, { outcome })

const moneyOf = async (office: PointOffice) => {
  const { body } = await office.granter.get<Budget>(`/budgets/${office.budgets.two_new_committee}`)
  return [body.availableFen, body.committedFen, body.paidFen]
}

test('a grant is shared by three to the fen, promised by a second officer, and paid by payer and part with vouchers', async () => {
  const office = await makePointOffice()
  const grantId = await approvedPoint(office)
  assert.deepEqual(await moneyOf(office), [8_666_666, 1_333_334, 0])
  const point = await readPoint(office.payer, grantId)
  assert.deepEqual(
    point.parts.map(({ part, amountFen, state }) => [part, amountFen, state]),
    [
      [1, 666_667, 'payable'],
      [1, 666_667, 'payable'],
      [1, 666_667, 'payable'],
      [2, 666_667, 'not_yet'],
      [2, 666_666, 'not_yet'],
      [2, 666_666, 'not_yet'],
    ],
  )
  const [first, , , later] = point.parts as [PointPart, PointPart, PointPart, PointPart]
  assert.equal((await pay(office.payer, first)).status, 201)
  assert.equal((await pay(office.payer, first)).body.error.code, 'points.paid_already')
  assert.equal((await pay(office.payer, later)).body.error.code, 'points.moved_on', 'no report yet')
  assert.deepEqual(await moneyOf(office), [8_666_666, 666_667, 666_667])
  await reportAndReview(office, grantId, { points: 85 })
  assert.equal((await pay(office.payer, later)).status, 201)
  const { body } = await office.street.get<{ items: DirectPointRow[] }>('/direct-points')
  assert.deepEqual(body.items[0]!.shares, [
    { payer: 'two_new_committee', amountFen: 1_333_334, paidFen: 1_333_334 },
    { payer: 'district_federation', amountFen: 1_333_333, paidFen: 0 },
    { payer: 'street_town', amountFen: 1_333_333, paidFen: 0 },
  ])
  assert.equal(body.items[0]!.payableFen, 2_666_666, 'unpaid shares stay in sight')
})

test('sums beside the bounds, shares that miss a fen, another payer’s budget and another kind of organisation are refused', async () => {
  const office = await makePointOffice()
  const { budgets, tenant } = office
  const one = (amountFen: number, budgetId = budgets.street_town) => ({
    totalFen: amountFen,
    shares: [{ payer: 'street_town', amountFen, budgetId }],
  })
  const codeOf = async (more: object) => (await grantPoint(office, more)).body.error.code
  assert.equal(await codeOf(one(2_999_999)), 'points.outside_bounds')
  assert.equal(await codeOf(one(5_000_001)), 'points.outside_bounds')
  assert.equal(await codeOf({ ...one(3_000_000), totalFen: 3_000_001 }), 'points.shares_differ')
  assert.equal((await grantPoint(office, one(3_000_000, budgets.two_new_committee))).status, 400)
  assert.equal((await grantPoint(office, { ...one(3_000_000), year: 2027 })).status, 400)
  assert.equal(await codeOf({ organisationId: tenant.north.unionId }), 'points.not_two_new')
  assert.equal((await grantPoint(office, one(3_000_000))).status, 201)
})

test('a year has one grant; after a refusal it may be granted anew', async () => {
  const office = await makePointOffice()
  const { body } = await grantPoint(office)
  assert.equal((await grantPoint(office)).body.error.code, 'points.granted_already')
  assert.equal((await decide(office.decider, body.grantId, 'refused')).status, 200)
  assert.deepEqual(await moneyOf(office), [10_000_000, 0, 0])
  assert.equal((await grantPoint(office)).status, 201)
})

test('two officers grant one point at once: one grant stands', async () => {
  const office = await makePointOffice()
  const both = await Promise.all([grantPoint(office), grantPoint({ ...office, granter: office.decider })])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409])
})

test('two clerks pay one sum at once: it is booked once', async () => {
  const office = await makePointOffice()
  const grantId = await approvedPoint(office)
  const other = await office.tenant.officer('finance_clerk', office.tenant.federationId)
  const { parts } = await readPoint(office.payer, grantId)
  const both = await Promise.all([pay(office.payer, parts[0]!, '凭证 1'), pay(other, parts[0]!, '凭证 2')])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409])
  assert.deepEqual(await moneyOf(office), [8_666_666, 666_667, 666_667])
})

test('a grant that one of the budgets cannot bear is not approved, and nothing of it is promised', async () => {
  const office = await makePointOffice(1_333_333)
  const { body } = await grantPoint(office)
  const refused = await decide(office.decider, body.grantId)
  assert.equal(refused.body.error.code, 'funds.overdrawn')
  assert.deepEqual(await moneyOf(office), [1_333_333, 0, 0])
  assert.equal((await readPoint(office.granter, body.grantId)).state, 'waiting')
})

test('granting, deciding and paying are three people; reporting and reviewing two', async () => {
  const office = await makePointOffice()
  const { body } = await grantPoint(office)
  assert.equal((await decide(office.granter, body.grantId)).body.error.code, 'points.same_hand')
  assert.equal((await decide(office.payer, body.grantId)).status, 403)
  assert.equal((await decide(office.decider, body.grantId)).status, 200)
  assert.equal((await decide(office.decider, body.grantId)).status, 409)
  const { parts } = await readPoint(office.decider, body.grantId)
  assert.equal((await pay(office.granter, parts[0]!)).status, 403)
  const reported = await office.decider.post<{ reportId: string }>(`/direct-points/${body.grantId}/reports`, {
    areas,
  })
  const review = (client: TestClient) =>
    client.post<Refused>(`/direct-point-reports/${reported.body.reportId}/review`, {
      outcome: 'accepted',
      scores: { organisation: 80, cadres: 80, venue: 80, contests: 80, brand: 80 },
    })
  assert.equal((await review(office.decider)).body.error.code, 'points.same_hand')
  assert.equal((await review(office.granter)).status, 200)
})

test('nobody grants, decides or pays where they or a declared relative hold a post', async () => {
  const office = await makePointOffice()
  const chair = await office.tenant.officer('union_chair', office.tenant.north.unionId)
  const personOf = async (client: TestClient) => (await client.get<Me>('/me')).body.person.id
  const [chairId, deciderId] = [await personOf(chair), await personOf(office.decider)]
  const { body } = await grantPoint(office)
  await office.tenant.inside((tx) =>
    insertDeclaration(tx, { personId: chairId, relativeId: deciderId, relation: 'spouse', recordedBy: null }),
  )
  assert.equal((await decide(office.decider, body.grantId)).body.error.code, 'points.own_unit')
  assert.equal((await readPoint(office.decider, body.grantId)).can.decide, 'own_unit')
})

test('a payment that was a mistake is taken back, stays on record, and the sum can be paid again', async () => {
  const office = await makePointOffice()
  const grantId = await approvedPoint(office)
  const { parts } = await readPoint(office.payer, grantId)
  const { body } = await pay(office.payer, parts[0]!)
  const undo = () =>
    office.payer.post<Refused>(`/direct-point-payments/${body.paymentId}/reversal`, {
      reason: '凭证号登记错了',
    })
  assert.equal((await undo()).status, 200)
  assert.equal((await undo()).status, 409)
  assert.deepEqual(await moneyOf(office), [8_666_666, 1_333_334, 0])
  assert.equal((await pay(office.payer, parts[0]!, '凭证 2026-119')).status, 201)
  assert.deepEqual(await moneyOf(office), [8_666_666, 666_667, 666_667])
})

test('a report that was returned opens no part; the next one does', async () => {
  const office = await makePointOffice()
  const grantId = await approvedPoint(office)
  await reportAndReview(office, grantId, { points: 50, outcome: 'returned' })
  const part = async () => (await readPoint(office.payer, grantId)).parts[3]!.state
  assert.equal(await part(), 'not_yet')
  await reportAndReview(office, grantId, { points: 80 })
  assert.equal(await part(), 'payable')
})

test('a demonstration point meets every criterion, and somebody else designates it until its next review', async () => {
  const office = await makePointOffice()
  const grantId = await approvedPoint(office)
  const propose = () =>
    office.street.post<{ proposalId: string; error: { code: string } }>(
      `/direct-points/${grantId}/demonstration`,
      { reason: '五联工作成效明显' },
    )
  assert.equal((await propose()).body.error.code, 'points.criteria_unmet')
  await reportAndReview(office, grantId, { points: 80 })
  const { body } = await propose()
  assert.equal((await propose()).status, 409, 'one proposal waits')
  const designate = (client: TestClient) =>
    client.post(`/demonstration-points/${body.proposalId}/decision`, {
      outcome: 'designated',
      reason: '实地核验达标',
    })
  assert.equal((await designate(office.street)).status, 403)
  assert.equal((await designate(office.decider)).status, 200)
  const point = await readPoint(office.street, grantId)
  assert.ok(point.demonstrationUntil !== null)
  assert.equal(point.proposals[0]!.findings.length, 7)
})

test('a point of another street is not there', async () => {
  const office = await makePointOffice()
  const grantId = await approvedPoint(office)
  const south = await office.tenant.officer('street_officer', office.tenant.south.streetId)
  assert.equal((await south.get(`/direct-points/${grantId}`)).status, 404)
  assert.equal((await south.post(`/direct-points/${grantId}/reports`, { areas })).status, 404)
  const { body } = await south.get<{ items: DirectPointRow[] }>('/direct-points')
  assert.deepEqual(body.items, [])
})

test('the database itself refuses shares that miss the grant by a fen', async () => {
  const office = await makePointOffice()
  const grantId = await approvedPoint(office)
  await assert.rejects(
    office.tenant.inside((tx) =>
      tx
        .insertInto('direct_point_shares')
        .values({
          tenant_id: tx.tenantId,
          id: '00000000-0000-7000-8000-0000000000aa',
          grant_id: grantId,
          payer: 'street_town',
          part: 9,
          after_reports: 0,
          budget_id: office.budgets.street_town,
          amount_fen: 1,
        })
        .execute(),
    ),
    /do not add up/,
  )
})
