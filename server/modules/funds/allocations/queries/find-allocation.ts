import { sql } from 'kysely'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** An allocation as its commands need it. */
export interface AllocationHead {
  id: string
  organisationId: string
  budgetId: string
  totalFen: number
  allocatedByPerson: string
  decidedByPerson: string | null
  state: 'waiting' | 'approved' | 'refused' | 'paid'
}

/** Decision and payment of the allocation `g`, where there are any: `d` and `y`. */
export const settled = sql`
  left join allocation_decisions d on d.tenant_id = g.tenant_id and d.allocation_id = g.id
  left join allocation_payments y on y.tenant_id = g.tenant_id and y.allocation_id = g.id`

/** Where the allocation stands, of what `settled` joins. */
export const stateOfAllocation = sql`case when y.allocation_id is not null then 'paid' else coalesce(d.outcome, 'waiting') end`

/** What stands of the spending `x` of a share or an allocation: what was taken back does not count. */
export const spentSums = sql`coalesce(sum(x.amount_fen), 0)::bigint as "spentFen", coalesce(sum(x.on_workers_fen), 0)::bigint as "onWorkersFen"`
export const standingSpending = sql`not exists (select from allocation_spending_reversals r where r.tenant_id = x.tenant_id and r.spending_id = x.id)`

/** An allocation by its id; else: not there. The caller judges the reach. */
export async function findAllocation(tx: Tx, allocationId: string): Promise<AllocationHead> {
  const { rows } = await sql<AllocationHead>`
    select g.id, g.organisation_id as "organisationId", g.budget_id as "budgetId", g.total_fen as "totalFen",
      g.allocated_by_person as "allocatedByPerson", d.decided_by_person as "decidedByPerson", ${stateOfAllocation} as state
    from allocations g ${settled} where g.tenant_id = ${tx.tenantId} and g.id = ${allocationId}`.execute(tx)
  return found(rows[0])
}

/** What a union gets, and has left; else: not there. */
export async function findAllocationShare(
  tx: Tx,
  shareId: string,
): Promise<{ allocationId: string; unionId: string; leftFen: number }> {
  const { rows } = await sql<{ allocationId: string; unionId: string; leftFen: number }>`
    select s.allocation_id as "allocationId", s.union_id as "unionId", s.amount_fen - coalesce((select sum(x.amount_fen) from allocation_spending x
      where x.tenant_id = s.tenant_id and x.share_id = s.id and ${standingSpending}), 0)::bigint as "leftFen"
    from allocation_shares s where s.tenant_id = ${tx.tenantId} and s.id = ${shareId}`.execute(tx)
  return found(rows[0])
}

/** The share a voucher was spent of, and its sum; else: not there. */
export async function findSpending(
  tx: Tx,
  spendingId: string,
): Promise<{ shareId: string; amountFen: number }> {
  const { rows } = await sql<{ shareId: string; amountFen: number }>`
    select share_id as "shareId", amount_fen as "amountFen" from allocation_spending where tenant_id = ${tx.tenantId} and id = ${spendingId}`.execute(
    tx,
  )
  return found(rows[0])
}

/** How many of these are basic unions within the reach of whoever allocates. */
export async function basicUnionsInReach(tx: Tx, actor: Actor, unionIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select count(*)::int as number from organisations o where o.tenant_id = ${tx.tenantId} and o.id = any(${[...unionIds]}::uuid[])
      and o.kind in ('basic_union', 'union_association') and ${inScope(tx, { actor, permission: 'funds.write' }, sql.ref('o.id'))}`.execute(
    tx,
  )
  return rows[0]!.number
}
