import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasureAnswer, MeasureRow } from '#contract/measures.ts'
import {
  approvedPoint,
  makePointOffice,
  readPoint,
  reportAndReview,
} from '#server/modules/funds/tests/make-points.ts'
import type { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import { makeChair, makeOffice, payList, runMonth } from './make-chairs.ts'

const ask = async (client: TestClient, measure: string, by = 'organisation') => {
  const { status, body } = await client.get<MeasureAnswer>(`/measures/${measure}?by=${by}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

/** The total, after making sure that the opened rows add up to it. */
async function opened(client: TestClient, measure: string): Promise<number> {
  const { total } = await ask(client, measure)
  const { body } = await client.get<{ items: MeasureRow[] }>(`/measures/${measure}/rows?limit=200`)
  assert.equal(
    body.items.reduce((sum, { value }) => sum + value, 0),
    total,
    measure,
  )
  return total!
}

const partsOf = async (client: TestClient, measure: string, by: string) =>
  Object.fromEntries((await ask(client, measure, by)).groups!.map(({ key, value }) => [key, value]))

// Counted apart from the measures: lines of lists, by what the bank was told.
async function recount(tenantId: string): Promise<Record<string, number>> {
  const { owner } = await testServer()
  const { rows } = await owner.query<Record<string, number>>(
    `select (select sum(gross_fen) from claims where tenant_id = $1)::int as due,
      (select sum(amount_fen) from payment_lines where tenant_id = $1 and id not in (select line_id from payment_returns)
        and batch_id in (select batch_id from payment_batch_acts where act = 'paid'))::int as paid,
      (select coalesce(sum(amount_fen), 0) from payment_lines where tenant_id = $1 and id in (select line_id from payment_returns))::int as returned`,
    [tenantId],
  )
  return rows[0]!
}

test('stipends due, paid and returned equal their recounts, by month and payer, and open to their rows', async () => {
  const office = await makeOffice()
  const { maker, payer, tenant } = office
  await tenant.inside(async (tx) => {
    await makeChair(tx, { unionId: tenant.north.unionId, grade: 'good', account: '62179999' })
    await makeChair(tx, { unionId: tenant.south.unionId, grade: 'pass' })
  })
  for (const month of ['2026-04', '2026-05']) await runMonth(office, month, { by: maker })
  const batchId = await payList(office)
  const lines = await payer.get<{ items: { number: number; account: string; amountFen: number }[] }>(
    `/payment-batches/${batchId}/lines`,
  )
  const back = lines.body.items.find(({ account }) => account.endsWith('9999'))!
  const form = new FormData()
  form.set('batchId', batchId)
  const row = `${back.number},62179999,${(back.amountFen / 100).toFixed(2)},失败,账户已销户`
  form.set('file', new Blob([`序号,账号,金额,处理结果,原因\n${row}\n`]), 'hui-dan.csv')
  assert.equal((await payer.post('/payment-returns', form)).status, 201)
  const counted = await recount(tenant.id)
  assert.deepEqual(
    [
      await opened(maker, 'stipends_due_fen'),
      await opened(maker, 'stipends_paid_fen'),
      await opened(maker, 'stipends_returned_fen'),
    ],
    [counted.due, counted.paid, counted.returned],
  )
  assert.ok(counted.returned! > 0 && counted.paid! > 0)
  const byMonth = await partsOf(maker, 'stipends_due_fen', 'stipend_month')
  assert.deepEqual(Object.keys(byMonth).toSorted(), ['2026-04', '2026-05'])
  assert.deepEqual(await partsOf(maker, 'stipends_paid_fen', 'payer'), { district_finance: counted.paid })
})

test('direct points: the three shares as granted and as paid, by payer', async () => {
  const office = await makePointOffice()
  const grantId = await approvedPoint(office)
  await reportAndReview(office, grantId, { points: 80 })
  const { parts } = await readPoint(office.payer, grantId)
  for (const { shareId } of parts.slice(0, 4))
    await office.payer.post(`/direct-point-shares/${shareId}/payments`, {
      voucherNo: '凭证 1',
      paidOn: '2026-05-08',
    })
  const granted = await partsOf(office.granter, 'direct_point_granted_fen', 'payer')
  assert.deepEqual(granted, {
    two_new_committee: 1_333_334,
    district_federation: 1_333_333,
    street_town: 1_333_333,
  })
  assert.equal(await opened(office.granter, 'direct_point_granted_fen'), 4_000_000)
  assert.equal(await opened(office.granter, 'direct_point_paid_fen'), 2_666_668)
  assert.deepEqual(await partsOf(office.granter, 'direct_point_paid_fen', 'payer'), {
    two_new_committee: 1_333_334,
    district_federation: 666_667,
    street_town: 666_667,
  })
})
