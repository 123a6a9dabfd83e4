import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Paper } from '#contract/paper.ts'
import { testServer } from '#server/test/server.ts'
import { makeChair, makeList, makeOffice, runMonth } from './make-chairs.ts'

async function makeListOfTwo() {
  const office = await makeOffice()
  const { tenant } = office
  await tenant.inside(async (tx) => {
    for (const account of ['62170001', '62170002'])
      await makeChair(tx, { unionId: tenant.north.unionId, grade: 'good', account })
  })
  await runMonth(office, '2026-05', { by: office.maker })
  return { office, batchId: await makeList(office) }
}

test('the sheet of a stipend list names payees, month, gross, tax and net, adds up, and says whose hands it went through', async () => {
  const { office, batchId } = await makeListOfTwo()
  const path = `/payment-batches/${batchId}/papers/sheet`
  const { body } = await office.checker.get<Paper>(path)
  assert.equal(body.title, '专项补贴发放表')
  const rows = body.blocks.find(({ is }) => is === 'table')!.rows
  const fenOf = (cell: string | undefined) => Math.round(Number(cell) * 100)
  const sumOf = (column: number) => rows.slice(0, 2).reduce((so, row) => so + fenOf(row[column]), 0)
  assert.equal(rows.length, 3)
  for (const column of [4, 5, 6]) assert.equal(fenOf(rows[2]![column]), sumOf(column))
  assert.equal(fenOf(rows[2]![4]), fenOf(rows[2]![5]) + fenOf(rows[2]![6]))
  assert.ok(fenOf(rows[2]![6]) > 0)
  assert.ok(rows.slice(0, 2).every((row) => row[3] === '2026-05'))
  const last = () => body.blocks.slice(-3).map(({ text }) => text)
  assert.match(last()[0]!, /^制表：.+（\d{4}年/)
  assert.equal(last()[1], '复核：')
  await office.checker.post(`/payment-batches/${batchId}/check`)
  const checked = (await office.checker.get<Paper>(path)).body.blocks.slice(-2)[0]!.text
  assert.match(checked, /^复核：.+（\d{4}年/)
})

test('the list shows accounts by their last digits only; as .docx it is taken away on record; another street finds nothing', async () => {
  const { office, batchId } = await makeListOfTwo()
  const { body } = await office.checker.get<Paper>(`/payment-batches/${batchId}/papers/list`)
  const text = JSON.stringify(body)
  assert.ok(text.includes('···0001') && !text.includes('62170001'))
  const { app } = await testServer()
  const file = await app.inject({
    method: 'GET',
    url: `/api/v1/payment-batches/${batchId}/papers/list/file`,
    headers: office.checker.headers,
  })
  assert.equal(file.rawPayload.subarray(0, 2).toString(), 'PK')
  const { owner } = await testServer()
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from audit_entries where tenant_id = $1 and action = 'funds.paper_taken'`,
    [office.tenant.id],
  )
  assert.equal(rows[0]!.n, 1)
  const street = await office.tenant.officer('street_officer', office.tenant.south.streetId)
  assert.equal((await street.get(`/payment-batches/${batchId}/papers/list`)).status, 404)
  assert.equal((await office.checker.get(`/payment-batches/${batchId}/papers/other`)).status, 400)
})
