import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { handOf } from '../payments/policy.ts'
import type { AllocationShare } from './rules.ts'

/** Keeps an allocation with what each union gets; the database refuses shares that miss the total. The same document twice: 409. */
export async function insertAllocation(
  tx: Tx,
  actor: Actor,
  made: {
    organisationId: string
    year: number
    totalFen: number
    documentNo: string
    ruleId: string
    shares: readonly AllocationShare[]
  },
): Promise<string> {
  const id = newId()
  await sql`
    insert into allocations (tenant_id, id, organisation_id, year, total_fen, document_no, rule_id, allocated_by, allocated_by_person)
    values (${tx.tenantId}, ${id}, ${made.organisationId}, ${made.year}, ${made.totalFen}, ${made.documentNo}, ${made.ruleId},
      ${actor.appointment?.id ?? null}, ${await handOf(tx, actor)})`.execute(tx)
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

/** Keeps what a union spent; the same voucher twice is refused by its key (409). */
export async function insertSpending(
  tx: Tx,
  actor: Actor,
  spent: { shareId: string; amountFen: number; onWorkersFen: number; spentOn: string; voucherNo: string },
): Promise<void> {
  await sql`
    insert into allocation_spending (tenant_id, id, share_id, voucher_no, amount_fen, on_workers_fen, spent_on, recorded_by, recorded_by_person)
    values (${tx.tenantId}, ${newId()}, ${spent.shareId}, ${spent.voucherNo}, ${spent.amountFen}, ${spent.onWorkersFen}, ${spent.spentOn},
      ${actor.appointment?.id ?? null}, ${await handOf(tx, actor)})`.execute(tx)
}
