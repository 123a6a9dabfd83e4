import { sql, type RawBuilder } from 'kysely'
import type { Budget, BudgetMovement, BudgetRow, FundSource, operations } from '#contract/funds.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { asMade, column, namedLike, registerPage, registerRows, type Register } from '../../register.ts'
import { findBudget } from './find-budget.ts'

/** Sources of money within scope, by name. */
export async function listFundSources(tx: Tx, actor: Actor): Promise<{ items: FundSource[] }> {
  const { rows } = await sql<FundSource>`
    select s.id, s.organisation_id as "organisationId", o.name as "organisationName", s.name, s.payer, -a.balance_fen as "grantedFen"
    from fund_sources s
    join ledger_accounts a on a.tenant_id = s.tenant_id and a.source_id = s.id
    cross join lateral (${lastName(tx, sql.ref('s.organisation_id'))}) o
    where s.tenant_id = ${tx.tenantId} and ${inScope(tx, { actor, permission: 'funds.read' }, sql.ref('s.organisation_id'))}
    order by s.name, s.id limit 500`.execute(tx)
  return { items: rows }
}

type Listed = InputOf<(typeof operations)['listBudgets']>

/** Budgets within scope, unasked the newest first. */
export async function listBudgets(
  tx: Tx,
  actor: Actor,
  input: Listed,
): Promise<{ items: BudgetRow[]; nextCursor: string | null; total: number }> {
  return registerPage<BudgetRow>(tx, register(tx, actor, input), input)
}

/** All that the list shows, in its order. */
export async function allBudgets(tx: Tx, actor: Actor, input: Listed): Promise<BudgetRow[]> {
  return registerRows<BudgetRow>(tx, register(tx, actor, input), input)
}

const orders: Register['orders'] = {
  opened: asMade,
  name: column('name', 'text'),
  year: column('year'),
  total: column('budgetFen'),
  paid: column('paidFen'),
  left: column('availableFen'),
}

function register(tx: Tx, actor: Actor, input: Listed): Register {
  const all = [
    inScope(tx, { actor, permission: 'funds.read' }, sql.ref('b.organisationId')),
    namedLike(input.q, [sql.ref('b.name'), sql.ref('b.organisationName')]),
  ]
  if (input.year !== undefined) all.push(sql`b.year = ${input.year}`)
  if (input.purpose !== undefined) all.push(sql`b.purpose = ${input.purpose}`)
  return {
    rows: sql`select b.* from (${budgetRows(tx)}) b where ${sql.join(all, sql` and `)}`,
    orders,
    unasked: '-opened',
  }
}

/** One budget with every movement and the last entries of its accounts. */
export async function getBudget(tx: Tx, actor: Actor, { budgetId }: { budgetId: string }): Promise<Budget> {
  const head = await findBudget(tx, { actor, permission: 'funds.read' }, budgetId)
  const { rows } = await sql<BudgetRow>`select * from (${budgetRows(tx)}) b where b.id = ${head.id}`.execute(
    tx,
  )
  const write = await canReach(tx, { actor, permission: 'funds.write' }, head.organisationId)
  const [movements, entries] = [await movementsOf(tx, head.id, write), await entriesOf(tx, head.id)]
  return { ...rows[0]!, movements, entries, can: { write } }
}

function budgetRows(tx: Tx): RawBuilder<unknown> {
  return sql`
    select b.id, b.organisation_id as "organisationId", o.name as "organisationName", b.name, b.purpose, b.year,
      b.source_id as "sourceId", s.name as "sourceName", s.payer, b.parent_id as "parentId", parent.name as "parentName",
      available.balance_fen + committed.balance_fen + paid.balance_fen as "budgetFen", available.balance_fen as "availableFen",
      committed.balance_fen as "committedFen", paid.balance_fen as "paidFen"
    from budgets b
    join fund_sources s on s.tenant_id = b.tenant_id and s.id = b.source_id
    join ledger_accounts available on available.tenant_id = b.tenant_id and available.budget_id = b.id and available.kind = 'available'
    join ledger_accounts committed on committed.tenant_id = b.tenant_id and committed.budget_id = b.id and committed.kind = 'committed'
    join ledger_accounts paid on paid.tenant_id = b.tenant_id and paid.budget_id = b.id and paid.kind = 'paid'
    left join budgets parent on parent.tenant_id = b.tenant_id and parent.id = b.parent_id
    cross join lateral (${lastName(tx, sql.ref('b.organisation_id'))}) o
    where b.tenant_id = ${tx.tenantId}`
}

// What a reversal took back stands below zero, as what was allocated further does.
async function movementsOf(tx: Tx, budgetId: string, mayWrite: boolean): Promise<BudgetMovement[]> {
  const { rows } = await sql<Omit<BudgetMovement, 'movedAt'> & { movedAt: Date }>`
    select m.id, m.moved_at as "movedAt", m.document_no as "documentNo", m.reason,
      m.amount_fen * (case when m.budget_id = ${budgetId} then 1 else -1 end) * (case when m.reverses_id is null then 1 else -1 end) as "amountFen",
      case when m.budget_id <> ${budgetId} then other.name else coalesce(parent.name, s.name) end as "otherName",
      exists (select from budget_movements r where r.tenant_id = m.tenant_id and r.reverses_id = m.id) as "isReversed",
      (${mayWrite} and m.budget_id = ${budgetId} and m.reverses_id is null
        and not exists (select from budget_movements r where r.tenant_id = m.tenant_id and r.reverses_id = m.id)) as "canReverse"
    from budget_movements m
    join budgets other on other.tenant_id = m.tenant_id and other.id = m.budget_id
    join fund_sources s on s.tenant_id = other.tenant_id and s.id = other.source_id
    left join budgets parent on parent.tenant_id = m.tenant_id and parent.id = m.from_budget_id
    where m.tenant_id = ${tx.tenantId} and (m.budget_id = ${budgetId} or m.from_budget_id = ${budgetId})
    order by m.id desc limit 200`.execute(tx)
  return rows.map((row) => ({ ...row, movedAt: row.movedAt.toISOString() }))
}

async function entriesOf(tx: Tx, budgetId: string): Promise<Budget['entries']> {
  const { rows } = await sql<Omit<Budget['entries'][number], 'recordedAt'> & { recordedAt: Date }>`
    select e.id, e.kind, e.recorded_at as "recordedAt",
      coalesce(sum(p.amount_fen) filter (where a.kind = 'available'), 0)::bigint as "availableFen",
      coalesce(sum(p.amount_fen) filter (where a.kind = 'committed'), 0)::bigint as "committedFen",
      coalesce(sum(p.amount_fen) filter (where a.kind = 'paid'), 0)::bigint as "paidFen"
    from ledger_accounts a
    join ledger_postings p on p.tenant_id = a.tenant_id and p.ledger_account_id = a.id
    join ledger_entries e on e.tenant_id = p.tenant_id and e.id = p.entry_id
    where a.tenant_id = ${tx.tenantId} and a.budget_id = ${budgetId}
    group by e.id, e.kind, e.recorded_at order by e.id desc limit 100`.execute(tx)
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
}
