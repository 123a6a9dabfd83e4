import { sql } from 'kysely'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** An allocation as its commands need it. */
export interface AllocationHead {
  id: string
  organisationId: string
  totalFen: number
  allocatedByPerson: string
  state: 'waiting' | 'approved' | 'refused'
}

/** An allocation by its id; else: not there. The caller judges the reach. */
export async function findAllocation(tx: Tx, allocationId: string): Promise<AllocationHead> {
  const { rows } = await sql<AllocationHead>`
    select g.id, g.organisation_id as "organisationId", g.total_fen as "totalFen", g.allocated_by_person as "allocatedByPerson",
      coalesce(d.outcome, 'waiting') as state
    from allocations g left join allocation_decisions d on d.tenant_id = g.tenant_id and d.allocation_id = g.id
    where g.tenant_id = ${tx.tenantId} and g.id = ${allocationId}`.execute(tx)
  return found(rows[0])
}

/** What a union gets, and has spent; else: not there. */
export async function findAllocationShare(
  tx: Tx,
  shareId: string,
): Promise<{ allocationId: string; unionId: string; leftFen: number }> {
  const { rows } = await sql<{ allocationId: string; unionId: string; leftFen: number }>`
    select s.allocation_id as "allocationId", s.union_id as "unionId", s.amount_fen - coalesce((select sum(x.amount_fen) from allocation_spending x
      where x.tenant_id = s.tenant_id and x.share_id = s.id), 0)::bigint as "leftFen"
    from allocation_shares s where s.tenant_id = ${tx.tenantId} and s.id = ${shareId}`.execute(tx)
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
