import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Budget } from '#contract/funds.ts'
import type { PaymentExplanation, StipendPreview } from '#contract/stipends.ts'
import { endAppointment, lockAppointment } from '#server/modules/access/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { grade, makeChair, makeOffice, makePost, payList, runMonth, type Office } from './make-chairs.ts'

const may = '2026-05'

const preview = async ({ maker, tenant }: Office, month = may) =>
  (
    await maker.get<StipendPreview>(
      `/stipends/preview?organisationId=${tenant.federationId}&month=${month}&limit=200`,
    )
  ).body

const budgetOf = async ({ maker, budgetId }: Office) => {
  const { body } = await maker.get<Budget>(`/budgets/${budgetId}`)
  return [body.availableFen, body.committedFen, body.paidFen]
}

test('a month says for everybody what it comes to, and why somebody gets nothing', async () => {
  const office = await makeOffice()
  const { north, south } = office.tenant
  await office.tenant.inside(async (tx) => {
    const chair = (rest: object) => makeChair(tx, { unionId: north.unionId, ...rest })
    await chair({ grade: 'good' })
    await chair({ grade: 'fail' })
    await chair({})
    await chair({ grade: 'good', fullTime: true })
    await chair({ grade: 'good', endsBefore: '2026-05-20' })
    await chair({ grade: 'excellent', startsOn: '2026-05-20' })
    await chair({ grade: 'good', endsBefore: '2026-05-01' })
    // Two posts are one stipend, and the earlier one says where it counts.
    const twice = await chair({ grade: 'pass' })
    await makePost(tx, twice.personId, { unionId: south.unionId, startsOn: '2025-01-01' })
  })
  const found = await preview(office)
  const paid = found.outcomes.map(({ outcome, people, claimFen }) => [outcome, people, claimFen])
  assert.deepEqual(paid, [
    ['due', 3, 40_000 + 50_000 + 30_000],
    ['no_grade', 1, 0],
    ['grade_unpaid', 1, 0],
    ['part_unpaid', 1, 0],
    ['not_entitled', 1, 0],
  ])
  const twice = found.items.find((line) => line.posts === 2)!
  assert.deepEqual([twice.dueFen, twice.organisationId], [30_000, north.unionId])
})

test('a month is worked out once: a second run finds nothing new, a later grade brings who was missing', async () => {
  const office = await makeOffice()
  const { unionId } = office.tenant.north
  const late = await office.tenant.inside(async (tx) => {
    await makeChair(tx, { unionId, grade: 'good' })
    return makeChair(tx, { unionId })
  })
  const first = await runMonth(office, may, { by: office.maker })
  assert.deepEqual([first.body.lines, first.body.grossFen], [1, 40_000])
  const again = await runMonth(office, may, { by: office.checker })
  assert.deepEqual([again.status, again.body.error.code], [422, 'stipends.nothing_new'])
  await office.tenant.inside((tx) => grade(tx, { personId: late.personId, unionId, grade: 'pass' }))
  const more = await runMonth(office, may, { by: office.checker })
  assert.deepEqual([more.body.lines, more.body.grossFen], [1, 30_000])
  assert.deepEqual(await budgetOf(office), [10_000_000 - 70_000, 70_000, 0])
})

test('a paid month is never edited: a better grade claims the difference, a worse one is taken off the next line', async () => {
  const office = await makeOffice()
  const { unionId } = office.tenant.north
  const { personId } = await office.tenant.inside((tx) => makeChair(tx, { unionId, grade: 'good' }))
  await runMonth(office, may, { by: office.maker })
  await payList(office)
  assert.deepEqual(await budgetOf(office), [9_960_000, 0, 40_000])
  await office.tenant.inside((tx) => grade(tx, { personId, unionId, grade: 'excellent' }))
  assert.equal((await runMonth(office, may, { by: office.maker })).body.grossFen, 10_000)
  await office.tenant.inside((tx) => grade(tx, { personId, unionId, grade: 'pass' }))
  assert.equal((await runMonth(office, may, { by: office.maker })).body.grossFen, -20_000)
  // Ten thousand more and twenty thousand less: nothing to pay, until June brings thirty.
  const none = await office.maker.post(`/budgets/${office.budgetId}/payment-batches`)
  assert.equal(none.body.error.code, 'funds.nothing_to_pay')
  await runMonth(office, '2026-06', { by: office.maker })
  await payList(office)
  // Paid in all: 30,000 for May and 30,000 for June.
  assert.deepEqual(await budgetOf(office), [9_940_000, 0, 60_000])
})

test('an appointment that never held takes the whole month back as a difference', async () => {
  const office = await makeOffice()
  const { appointmentId } = await office.tenant.inside((tx) =>
    makeChair(tx, { unionId: office.tenant.north.unionId, grade: 'good' }),
  )
  await runMonth(office, may, { by: office.maker })
  await office.tenant.inside((tx) => endPost(tx, appointmentId, '2024-01-01'))
  const { body } = await runMonth(office, may, { by: office.maker })
  assert.deepEqual([body.lines, body.grossFen], [1, -40_000])
})

test('a run is worked out anew as known when it ran, to the byte, whatever was recorded since', async () => {
  const office = await makeOffice()
  const { unionId } = office.tenant.north
  const { personId, appointmentId } = await office.tenant.inside(async (tx) => {
    await makeChair(tx, { unionId, grade: 'excellent' })
    return makeChair(tx, { unionId, grade: 'good' })
  })
  const { body: run } = await runMonth(office, may, { by: office.maker })
  await office.tenant.inside((tx) => grade(tx, { personId, unionId, grade: 'pass' }))
  await office.tenant.inside((tx) => endPost(tx, appointmentId, '2026-05-10'))
  const replay = await office.checker.get<{ isSame: boolean; kept: string; replayed: string }>(
    `/stipends/runs/${run.runId}/replay`,
  )
  assert.equal(replay.body.isSame, true)
  assert.equal(replay.body.kept, replay.body.replayed)
})

test('why this amount: posts, grade, rules, run, three hands, the bank’s line', async () => {
  const office = await makeOffice()
  await office.tenant.inside((tx) =>
    makeChair(tx, { unionId: office.tenant.north.unionId, grade: 'good', account: '6217000012345678' }),
  )
  await runMonth(office, may, { by: office.maker })
  const batchId = await payList(office)
  const { body: lines } = await office.payer.get<{ items: { claimId: string }[] }>(
    `/payment-batches/${batchId}/lines`,
  )
  const { body: why } = await office.payer.get<PaymentExplanation>(
    `/claims/${lines.items[0]!.claimId}/explanation`,
  )
  assert.deepEqual([why.netFen, why.period, why.posts.length, why.grade?.grade], [40_000, may, 1, 'good'])
  assert.deepEqual(
    why.rules.map((rule) => rule.key),
    [
      'funds.tax_categories',
      'stipends.bounds',
      'stipends.entitled',
      'stipends.grades',
      'stipends.induction',
      'stipends.partial_month',
    ],
  )
  assert.deepEqual(
    why.lines.map((line) => [
      line.account,
      line.acts.map(({ act }) => act),
      line.entries.map(({ kind }) => kind),
    ]),
    [['宁波银行江北支行 ···5678', ['made', 'checked', 'paid'], ['pay']]],
  )
  const street = await office.tenant.officer('street_officer', office.tenant.south.streetId)
  assert.equal((await street.get(`/claims/${lines.items[0]!.claimId}/explanation`)).status, 404)
})

test('an incidental income is taxed at a fifth, and gross = tax + net to the fen', async () => {
  const office = await makeOffice()
  await office.tenant.inside((tx) => makeChair(tx, { unionId: office.tenant.north.unionId, grade: 'good' }))
  const { body } = await office.maker.post<{ grossFen: number }>('/stipends/runs', {
    organisationId: office.tenant.federationId,
    month: may,
    budgetId: office.budgetId,
    taxCategory: 'incidental',
  })
  assert.equal(body.grossFen, 40_000)
  const batchId = await payList(office)
  const { body: batch } = await office.payer.get<{ totalFen: number; taxFen: number }>(
    `/payment-batches/${batchId}`,
  )
  assert.deepEqual([batch.totalFen, batch.taxFen], [32_000, 8_000])
  assert.deepEqual(await budgetOf(office), [9_960_000, 0, 40_000])
})

test('a month that is not over, another purpose, and a budget that is too small are refused', async () => {
  const office = await makeOffice(39_999)
  await office.tenant.inside((tx) => makeChair(tx, { unionId: office.tenant.north.unionId, grade: 'good' }))
  assert.equal(
    (await runMonth(office, '2099-01', { by: office.maker })).body.error.code,
    'stipends.month_not_over',
  )
  const short = await runMonth(office, may, { by: office.maker })
  assert.deepEqual(
    [short.body.error.code, short.body.error.params],
    ['funds.overdrawn', { available: '399.99', amount: '400.00' }],
  )
  assert.deepEqual(await budgetOf(office), [39_999, 0, 0])
})

async function endPost(tx: Tx, appointmentId: string, endsBefore: string): Promise<void> {
  const appointment = (await lockAppointment(tx, appointmentId))!
  await endAppointment(tx, null, { appointment, end: { endsBefore, reason: 'resigned', documentNo: null } })
}
