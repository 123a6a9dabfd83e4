import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { handOf } from '../payments/policy.ts'
import type { AllocationShare } from './rules.ts'

/** Keeps an allocation with what each union gets; the database refuses shares that miss the total. The same document once more is refused by its key (409), unless it was refused. */
export async function insertAllocation(
  tx: Tx,
  actor: Actor,
  made: {
    organisationId: string
    budgetId: string
    year: number
    totalFen: number
    documentNo: string
    ruleId: string
    shares: readonly AllocationShare[]
  },
): Promise<string> {
  const id = newId()
  await sql`
    insert into allocations (tenant_id, id, organisation_id, budget_id, year, total_fen, document_no, number, rule_id, allocated_by, allocated_by_person)
    select ${tx.tenantId}, ${id}, ${made.organisationId}, ${made.budgetId}, ${made.year}, ${made.totalFen}, ${made.documentNo}, count(*), ${made.ruleId},
      ${actor.appointment?.id ?? null}::uuid, ${await handOf(tx, actor)}::uuid
    from allocations g join allocation_decisions d on d.tenant_id = g.tenant_id and d.allocation_id = g.id and d.outcome = 'refused'
    where g.tenant_id = ${tx.tenantId} and g.organisation_id = ${made.organisationId} and g.year = ${made.year} and g.document_no = ${made.documentNo}`.execute(
    tx,
  )
  const rows = made.shares.map((share) => ({ ...share, id: newId() }))
  await sql`
    insert into allocation_shares (tenant_id, id, allocation_id, union_id, class, workers, weight, amount_fen)
    select ${tx.tenantId}, s.id, ${id}, s."unionId", s.class, s.workers, s.weight, s."amountFen"
    from json_to_recordset(${JSON.stringify(rows)}::json) as s (id uuid, "unionId" uuid, class text, workers int, weight bigint, "amountFen" bigint)`.execute(
    tx,
  )
  return id
}

/** Locks an allocation: whoever decides or records spending waits in line. */
export async function lockAllocation(tx: Tx, allocationId: string): Promise<void> {
  await sql`select from allocations where tenant_id = ${tx.tenantId} and id = ${allocationId} for no key update`.execute(
    tx,
  )
}

/** Keeps the decision; a second one is refused by its key (409). */
export async function insertAllocationDecision(
  tx: Tx,
  actor: Actor,
  decision: { allocationId: string; outcome: 'approved' | 'refused'; reason: string },
): Promise<void> {
  await sql`
    insert into allocation_decisions (tenant_id, allocation_id, outcome, reason, decided_by, decided_by_person)
    values (${tx.tenantId}, ${decision.allocationId}, ${decision.outcome}, ${decision.reason}, ${actor.appointment?.id ?? null}, ${await handOf(tx, actor)})`.execute(
    tx,
  )
}

/** Keeps that the unions were paid; twice is refused by its key (409). */
export async function insertAllocationPayment(
  tx: Tx,
  actor: Actor,
  paid: { allocationId: string; voucherNo: string; paidOn: string },
): Promise<void> {
  await sql`
    insert into allocation_payments (tenant_id, allocation_id, voucher_no, paid_on, paid_by, paid_by_person)
    values (${tx.tenantId}, ${paid.allocationId}, ${paid.voucherNo}, ${paid.paidOn}, ${actor.appointment?.id ?? null}, ${await handOf(tx, actor)})`.execute(
    tx,
  )
}

/** Keeps what a union spent. A voucher that stands is refused by its key (409). */
export async function insertSpending(
  tx: Tx,
  actor: Actor,
  spent: {
    shareId: string
    purpose: string
    amountFen: number
    onWorkersFen: number
    spentOn: string
    voucherNo: string
  },
): Promise<string> {
  const id = newId()
  await sql`
    insert into allocation_spending (tenant_id, id, share_id, voucher_no, number, purpose, amount_fen, on_workers_fen, spent_on, recorded_by,
      recorded_by_person)
    select ${tx.tenantId}, ${id}, ${spent.shareId}, ${spent.voucherNo}, count(*), ${spent.purpose}, ${spent.amountFen}, ${spent.onWorkersFen},
      ${spent.spentOn}::date, ${actor.appointment?.id ?? null}::uuid, ${await handOf(tx, actor)}::uuid
    from allocation_spending x join allocation_spending_reversals r on r.tenant_id = x.tenant_id and r.spending_id = x.id
    where x.tenant_id = ${tx.tenantId} and x.share_id = ${spent.shareId} and x.voucher_no = ${spent.voucherNo}`.execute(
    tx,
  )
  return id
}

/** Takes spending back; twice is refused by its key (409). */
export async function insertSpendingReversal(
  tx: Tx,
  actor: Actor,
  { spendingId, reason }: { spendingId: string; reason: string },
): Promise<void> {
  await sql`
    insert into allocation_spending_reversals (tenant_id, spending_id, reason, reversed_by, reversed_by_person)
    values (${tx.tenantId}, ${spendingId}, ${reason}, ${actor.appointment?.id ?? null}, ${await handOf(tx, actor)})`.execute(
    tx,
  )
}
