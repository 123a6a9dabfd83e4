import { sql, type RawBuilder } from 'kysely'
import type { AllocationRow, AllocationShareRow, operations } from '#contract/funds-allocations.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { directShare } from '../rules.ts'

/** Allocations within scope, the newest first, with the share spent directly on workers. */
export async function listAllocations(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listAllocations']>,
): Promise<{ items: AllocationRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const scope = inScope(tx, { actor, permission: 'funds.read' }, sql.ref('g.organisation_id'))
  const year = input.year === undefined ? sql`true` : sql`g.year = ${input.year}`
  const matching = sql`from (${allocationRows(tx, sql`${scope} and ${year}`)}) m`
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${matching}`.execute(
    tx,
  )
  const { rows } = await sql<Omit<AllocationRow, 'directBasisPoints'>>`
    select m.* ${matching} where ${after} = '' or m.id < nullif(${after}, '')::uuid order by m.id desc limit ${limit + 1}`.execute(
    tx,
  )
  const items = rows.slice(0, limit).map(withDirectShare)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null,
    total: counted[0]!.total,
  }
}

/** One allocation with what each union gets and how it was spent; the largest share first. */
export async function getAllocation(
  tx: Tx,
  actor: Actor,
  { allocationId }: { allocationId: string },
): Promise<AllocationRow & { shares: AllocationShareRow[] }> {
  const { rows } = await sql<Omit<AllocationRow, 'directBasisPoints'>>`
    ${allocationRows(tx, sql`g.id = ${allocationId}`)}`.execute(tx)
  const row = found(rows[0])
  if (!(await canReach(tx, { actor, permission: 'funds.read' }, row.organisationId))) notFound()
  const { rows: shares } = await sql<Omit<AllocationShareRow, 'directBasisPoints'>>`
    select s.id, s.union_id as "unionId", u.name as "unionName", s.class, s.workers, s.amount_fen as "amountFen", spent.*
    from allocation_shares s cross join lateral (${lastName(tx, sql.ref('s.union_id'))}) u
    cross join lateral (select coalesce(sum(x.amount_fen), 0)::bigint as "spentFen", coalesce(sum(x.on_workers_fen), 0)::bigint as "onWorkersFen"
      from allocation_spending x where x.tenant_id = s.tenant_id and x.share_id = s.id) spent
    where s.tenant_id = ${tx.tenantId} and s.allocation_id = ${allocationId} order by s.amount_fen desc, s.id`.execute(
    tx,
  )
  return { ...withDirectShare(row), shares: shares.map(withDirectShare) }
}

function withDirectShare<T extends { spentFen: number; onWorkersFen: number }>(row: T) {
  return { ...row, directBasisPoints: directShare(row) }
}

function allocationRows(tx: Tx, fits: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select g.id, g.organisation_id as "organisationId", o.name as "organisationName", g.year, g.document_no as "documentNo",
      coalesce(d.outcome, 'waiting') as state, g.total_fen as "totalFen",
      (select count(*)::int from allocation_shares s where s.tenant_id = g.tenant_id and s.allocation_id = g.id) as unions, spent.*
    from allocations g
    left join allocation_decisions d on d.tenant_id = g.tenant_id and d.allocation_id = g.id
    cross join lateral (${lastName(tx, sql.ref('g.organisation_id'))}) o
    cross join lateral (select coalesce(sum(x.amount_fen), 0)::bigint as "spentFen", coalesce(sum(x.on_workers_fen), 0)::bigint as "onWorkersFen"
      from allocation_shares s join allocation_spending x on x.tenant_id = s.tenant_id and x.share_id = s.id
      where s.tenant_id = g.tenant_id and s.allocation_id = g.id) spent
    where g.tenant_id = ${tx.tenantId} and ${fits}`
}
