import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { insertBatch } from '#server/modules/funds/payments/store.ts'
import { makeBudget } from '#server/modules/funds/tests/make-budget.ts'
import { testServer } from '#server/test/server.ts'
import { makeChair, makeList, makeOffice, runMonth, type Office } from './make-chairs.ts'

const may = '2026-05'

async function fiveChairs(): Promise<Office> {
  const office = await makeOffice()
  await office.tenant.inside(async (tx) => {
    for (let at = 0; at < 5; at++)
      await makeChair(tx, { unionId: office.tenant.north.unionId, grade: 'good' })
  })
  return office
}

test('two officers who work out the same month at once, and click twice, claim it once', async () => {
  const office = await fiveChairs()
  const { maker, checker } = office
  const answers = await Promise.all(
    [maker, checker, maker, checker].map((by) => runMonth(office, may, { by })),
  )
  assert.deepEqual(answers.map((each) => each.status).toSorted(), [201, 422, 422, 422])
  assert.equal(await count(office, 'claims'), 5)
})

test('from two budgets at once as well: one of the two is refused as a whole', async () => {
  const office = await fiveChairs()
  const { budgetId } = await office.tenant.inside((tx) =>
    makeBudget(tx, { organisationId: office.tenant.federationId, amountFen: 10_000_000 }),
  )
  const answers = await Promise.all([
    runMonth(office, may, { by: office.maker }),
    runMonth({ ...office, budgetId }, may, { by: office.checker }),
  ])
  assert.equal(answers.filter((each) => each.status === 201).length, 1)
  assert.equal(await count(office, 'claims'), 5)
  assert.equal(await count(office, 'stipend_runs'), 1)
})

test('control: without the key of person, reason and period, two budgets claim the month twice', async () => {
  const office = await fiveChairs()
  const { owner } = await testServer()
  await owner.query('alter table claims drop constraint claims_once_key')
  const { budgetId } = await office.tenant.inside((tx) =>
    makeBudget(tx, { organisationId: office.tenant.federationId, amountFen: 10_000_000 }),
  )
  // Both look before either writes.
  const looks = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { platform } = await testServer()
  const claim = (budget: string, mine: number) =>
    inTenant(platform, office.tenant.id, async (tx) => {
      const { rowCount } = await tx.client.query('select from claims where tenant_id = $1', [tx.tenantId])
      assert.equal(rowCount, 0)
      looks[mine]!.resolve()
      await looks[1 - mine]!.promise
      await claimByHand(tx, budget)
    })
  await Promise.all([claim(office.budgetId, 0), claim(budgetId, 1)])
  assert.equal(await count(office, 'claims'), 10)
  await owner.query('delete from claims where tenant_id = $1', [office.tenant.id])
  await owner.query(
    'alter table claims add constraint claims_once_key unique (tenant_id, person_id, reason, period, number)',
  )
})

test('two who make a list at once put each claim on one of them; without the lock, the key of attempts refuses the second', async () => {
  const office = await fiveChairs()
  await runMonth(office, may, { by: office.maker })
  const make = () => office.maker.post(`/budgets/${office.budgetId}/payment-batches`)
  const answers = await Promise.all([make(), make(), make()])
  assert.deepEqual(answers.map((each) => each.status).toSorted(), [201, 422, 422])
  assert.equal(await count(office, 'payment_line_claims'), 5)
  await assert.rejects(
    office.tenant.inside((tx) => listAgain(tx, office)),
    /funds\.already_listed/,
  )
})

test('two clerks who pay one list at once pay it once', async () => {
  const office = await fiveChairs()
  await runMonth(office, may, { by: office.maker })
  const batchId = await makeList(office)
  await office.checker.post(`/payment-batches/${batchId}/check`)
  const other = await office.tenant.officer('finance_clerk', office.tenant.federationId)
  const pay = [office.payer, other, office.payer].map((by) => by.post(`/payment-batches/${batchId}/payment`))
  assert.deepEqual((await Promise.all(pay)).map((each) => each.status).toSorted(), [200, 409, 409])
  const { owner } = await testServer()
  const { rows } = await owner.query(
    `select count(*)::int as entries from ledger_entries where tenant_id = $1 and kind = 'pay'`,
    [office.tenant.id],
  )
  assert.deepEqual(rows, [{ entries: 1 }])
})

test('a crash before the end of a run leaves nothing, and the retry claims the month once', async () => {
  const office = await fiveChairs()
  const { owner } = await testServer()
  // The last statement of a run fails: whatever went before it must go too.
  await owner.query(
    `create function test_crash() returns trigger language plpgsql as $$ begin
      if new.tenant_id = '${office.tenant.id}' then raise exception 'crash'; end if; return new; end $$`,
  )
  await owner.query(
    'create trigger test_crash before insert on stipend_lines for each row execute function test_crash()',
  )
  assert.equal((await runMonth(office, may, { by: office.maker })).status, 500)
  await owner.query('drop trigger test_crash on stipend_lines')
  await owner.query('drop function test_crash()')
  for (const table of ['claims', 'stipend_runs', 'stipend_lines']) assert.equal(await count(office, table), 0)
  assert.equal((await runMonth(office, may, { by: office.maker })).body.lines, 5)
  assert.equal(await count(office, 'claims'), 5)
})

async function claimByHand(tx: Tx, budgetId: string): Promise<void> {
  await tx.client.query(
    `insert into claims (tenant_id, id, budget_id, organisation_id, person_id, reason, period, number, gross_fen, tax_fen, net_fen, tax_category)
     select a.tenant_id, gen_random_uuid(), $2, a.organisation_id, a.person_id, 'stipend', '2026-05', 0, 40000, 0, 40000, 'none'
     from appointments a where a.tenant_id = $1 and a.post = 'union_chair'`,
    [tx.tenantId, budgetId],
  )
}

async function listAgain(tx: Tx, { budgetId }: Office): Promise<void> {
  const { rows } = await tx.client.query<{ person_id: string; payee_account_id: string; claim_id: string }>(
    `select l.person_id, l.payee_account_id, lc.claim_id from payment_lines l
     join payment_line_claims lc on lc.tenant_id = l.tenant_id and lc.line_id = l.id where l.tenant_id = $1 limit 1`,
    [tx.tenantId],
  )
  const line = { id: newId(), number: 1, amountFen: 40_000, taxFen: 0, reissuesId: null }
  const payee = { personId: rows[0]!.person_id, accountId: rows[0]!.payee_account_id }
  const claims = [{ claimId: rows[0]!.claim_id, attempt: 1 }]
  await insertBatch(tx, {
    id: newId(),
    budgetId,
    checksum: Buffer.alloc(32),
    lines: [{ ...line, ...payee, claims }],
  })
}

async function count(office: Office, table: string): Promise<number> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from ${table} where tenant_id = $1`,
    [office.tenant.id],
  )
  return rows[0]!.n
}
