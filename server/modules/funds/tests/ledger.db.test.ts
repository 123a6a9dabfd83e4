import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { recordEntry, type Posting } from '../ledger/store.ts'
import { makeBudget } from './make-budget.ts'

const entry = (postings: readonly Posting[], subjectId = newId()) =>
  ({ kind: 'commit', subjectId, recordedBy: null, postings }) as const

async function ledger() {
  const tenant = await makeTenant()
  const made = await tenant.inside((tx) =>
    makeBudget(tx, { organisationId: tenant.federationId, amountFen: 10_000 }),
  )
  const commit = (amountFen: number): Posting[] => [
    { of: made.budgetId, kind: 'committed', amountFen },
    { of: made.budgetId, kind: 'available', amountFen: -amountFen },
  ]
  return { tenant, ...made, commit }
}

test('an entry that does not add up to zero is refused, whoever writes it', async () => {
  const { tenant, commit } = await ledger()
  const lame = [commit(300)[0]!]
  await assert.rejects(
    tenant.inside((tx) => recordEntry(tx, entry(lame))),
    /does not add up/,
  )
})

test('no account goes below zero: the exact sum passes, one fen more does not', async () => {
  const { tenant, commit } = await ledger()
  await tenant.inside((tx) => recordEntry(tx, entry(commit(10_000))))
  await assert.rejects(
    tenant.inside((tx) => recordEntry(tx, entry(commit(1)))),
    /funds\.balance_moved/,
  )
})

test('the same thing is booked once', async () => {
  const { tenant, commit } = await ledger()
  const subjectId = newId()
  await tenant.inside((tx) => recordEntry(tx, entry(commit(100), subjectId)))
  await assert.rejects(
    tenant.inside((tx) => recordEntry(tx, entry(commit(100), subjectId))),
    /funds\.already_done/,
  )
})

test('the product’s own role can neither change nor remove a posting, an entry or a balance, nor begin with one', async () => {
  const { tenant, budgetId } = await ledger()
  const attempts = [
    'update ledger_postings set amount_fen = amount_fen + 1',
    'delete from ledger_postings',
    'update ledger_entries set recorded_at = now()',
    'delete from ledger_entries',
    'update ledger_accounts set balance_fen = balance_fen + 1',
    'delete from ledger_accounts',
    `insert into ledger_accounts (tenant_id, id, kind, budget_id, balance_fen) values ('${tenant.id}', '${newId()}', 'available', '${budgetId}', 5)`,
    'alter table ledger_postings disable trigger all',
  ]
  for (const attempt of attempts)
    await assert.rejects(
      tenant.inside((tx) => tx.client.query(attempt)),
      /permission denied|must be owner/,
      attempt,
    )
})

test('of eight who commit from one budget without a look before, the checks of the database let through what is there', async () => {
  const { tenant, budgetId, commit } = await ledger()
  const settled = await atOnce(tenant, 8, (tx) => recordEntry(tx, entry(commit(3000))))
  assert.equal(settled.filter((each) => each.status === 'fulfilled').length, 3)
  assert.deepEqual(await balances(tenant, budgetId), { available: 1000, committed: 9000, paid: 0 })
})

test('control: with balances that programs write after a look, updates are lost', async () => {
  const { tenant, budgetId } = await ledger()
  const { owner } = await testServer()
  const looked = Promise.withResolvers<void>()
  let looks = 0
  await Promise.all(
    Array.from({ length: 2 }, async () => {
      const { rows } = await owner.query<{ fen: number }>(
        `select balance_fen::int as fen from ledger_accounts where budget_id = $1 and kind = 'available'`,
        [budgetId],
      )
      if (++looks === 2) looked.resolve()
      await looked.promise
      await owner.query(
        `update ledger_accounts set balance_fen = $2 where budget_id = $1 and kind = 'available'`,
        [budgetId, rows[0]!.fen - 6000],
      )
    }),
  )
  // Twelve thousand were taken from ten, and four are said to be left.
  assert.equal((await balances(tenant, budgetId)).available, 4000)
})

async function atOnce(tenant: TestTenant, count: number, work: (tx: Tx) => Promise<unknown>) {
  const { platform } = await testServer()
  let open = 0
  const allOpen = Promise.withResolvers<void>()
  return Promise.allSettled(
    Array.from({ length: count }, () =>
      inTenant(platform, tenant.id, async (tx) => {
        open += 1
        if (open === count) allOpen.resolve()
        await allOpen.promise
        return work(tx)
      }),
    ),
  )
}

async function balances(tenant: TestTenant, budgetId: string): Promise<Record<string, number>> {
  const { rows } = await tenant.inside((tx) =>
    sql<{ kind: string; fen: number }>`
      select kind, balance_fen as fen from ledger_accounts where tenant_id = ${tenant.id} and budget_id = ${budgetId}`.execute(
      tx,
    ),
  )
  return Object.fromEntries(rows.map((row) => [row.kind, row.fen]))
}
