import { sql, type RawBuilder } from 'kysely'
import type {
  Allocation,
  AllocationRow,
  AllocationShareRow,
  operations,
} from '#contract/funds-allocations.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { asMade, column, namedLike, registerPage, registerRows, type Register } from '../../register.ts'
import { whyNotAllocation } from '../policy.ts'
import { directShare } from '../rules.ts'
import { findAllocation, settled, spentSums, standingSpending, stateOfAllocation } from './find-allocation.ts'

type Read = Omit<AllocationRow, 'directBasisPoints'>
type Listed = InputOf<(typeof operations)['listAllocations']>

/** Allocations within scope, unasked the newest first, with the share spent directly on workers. */
export async function listAllocations(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listAllocations']>,
): Promise<{ items: AllocationRow[]; nextCursor: string | null; total: number }> {
  const page = await registerPage<Read>(tx, register(tx, actor, input), input)
  return { ...page, items: page.items.map(withDirectShare) }
}

/** All that the list shows, in its order. */
export async function allAllocations(tx: Tx, actor: Actor, input: Listed): Promise<AllocationRow[]> {
  return (await registerRows<Read>(tx, register(tx, actor, input), input)).map(withDirectShare)
}

/** How much of what was spent of a row `m` went directly to workers; where nothing was spent: least. */
export const directOf: Register['orders'][string] = [
  [sql`coalesce(m."onWorkersFen" * 10000 / nullif(m."spentFen", 0), -1)`, 'bigint'],
]

const orders: Register['orders'] = {
  made: asMade,
  document: column('documentNo', 'text'),
  year: column('year'),
  total: column('totalFen'),
  unions: column('unions'),
  spent: column('spentFen'),
  direct: directOf,
}

function register(tx: Tx, actor: Actor, input: Listed): Register {
  const all = [
    inScope(tx, { actor, permission: 'funds.read' }, sql.ref('g.organisation_id')),
    namedLike(input.q, [sql.ref('g.document_no'), sql.ref('o.name')]),
  ]
  if (input.year !== undefined) all.push(sql`g.year = ${input.year}`)
  if (input.state !== undefined) all.push(sql`${stateOfAllocation} = ${input.state}`)
  return { rows: allocationRows(tx, sql.join(all, sql` and `)), orders, unasked: '-made' }
}

/** One allocation with its rule, its three hands, what each union gets and how it was spent; the largest share first. */
export async function getAllocation(
  tx: Tx,
  actor: Actor,
  { allocationId }: { allocationId: string },
): Promise<Allocation> {
  const { rows } = await sql<Omit<AllocationRow, 'directBasisPoints'>>`
    ${allocationRows(tx, sql`g.id = ${allocationId}`)}`.execute(tx)
  const row = found(rows[0])
  if (!(await canReach(tx, { actor, permission: 'funds.read' }, row.organisationId))) notFound()
  const { rows: shares } = await sql<Omit<AllocationShareRow, 'directBasisPoints'>>`
    select s.id, s.union_id as "unionId", u.name as "unionName", s.class, s.workers, s.weight, s.amount_fen as "amountFen", spent.*
    from allocation_shares s cross join lateral (${lastName(tx, sql.ref('s.union_id'))}) u
    cross join lateral (select ${spentSums} from allocation_spending x
      where x.tenant_id = s.tenant_id and x.share_id = s.id and ${standingSpending}) spent
    where s.tenant_id = ${tx.tenantId} and s.allocation_id = ${allocationId} order by s.amount_fen desc, s.id`.execute(
    tx,
  )
  const allocation = await findAllocation(tx, allocationId)
  return {
    ...withDirectShare(row),
    ...(await recordOf(tx, allocationId)),
    shares: shares.map(withDirectShare),
    can: {
      decide: await whyNotAllocation(tx, actor, { step: 'decide', allocation }),
      pay: await whyNotAllocation(tx, actor, { step: 'pay', allocation }),
    },
  }
}

/** With the share that was spent directly on workers. */
export function withDirectShare<T extends { spentFen: number; onWorkersFen: number }>(row: T) {
  return { ...row, directBasisPoints: directShare(row) }
}

type Recorded = Pick<
  Allocation,
  'budgetId' | 'budgetName' | 'allocatedBy' | 'allocatedAt' | 'decision' | 'payment' | 'rule'
>

async function recordOf(tx: Tx, allocationId: string): Promise<Recorded> {
  const { rows } = await sql<Omit<Recorded, 'allocatedAt'> & { allocatedAt: Date }>`
    select g.budget_id as "budgetId", b.name as "budgetName", p.name as "allocatedBy", g.allocated_at as "allocatedAt",
      case when d.allocation_id is null then null else json_build_object('reason', d.reason, 'decidedBy', q.name,
        'decidedAt', to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as decision,
      case when y.allocation_id is null then null else json_build_object('voucherNo', y.voucher_no, 'paidOn', y.paid_on, 'paidBy', z.name) end as payment,
      json_build_object('classes', r.value, 'source', r.document || ' ' || r.article) as rule
    from allocations g ${settled}
    join budgets b on b.tenant_id = g.tenant_id and b.id = g.budget_id
    join rules r on r.id = g.rule_id
    join persons p on p.tenant_id = g.tenant_id and p.id = g.allocated_by_person
    left join persons q on q.tenant_id = d.tenant_id and q.id = d.decided_by_person
    left join persons z on z.tenant_id = y.tenant_id and z.id = y.paid_by_person
    where g.tenant_id = ${tx.tenantId} and g.id = ${allocationId}`.execute(tx)
  const row = found(rows[0])
  return { ...row, allocatedAt: row.allocatedAt.toISOString() }
}

function allocationRows(tx: Tx, fits: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select g.id, g.organisation_id as "organisationId", o.name as "organisationName", g.year, g.document_no as "documentNo",
      ${stateOfAllocation} as state, g.total_fen as "totalFen",
      (select count(*)::int from allocation_shares s where s.tenant_id = g.tenant_id and s.allocation_id = g.id) as unions, spent.*
    from allocations g ${settled}
    cross join lateral (${lastName(tx, sql.ref('g.organisation_id'))}) o
    cross join lateral (select ${spentSums} from allocation_shares s join allocation_spending x on x.tenant_id = s.tenant_id and x.share_id = s.id
      where s.tenant_id = g.tenant_id and s.allocation_id = g.id and ${standingSpending}) spent
    where g.tenant_id = ${tx.tenantId} and ${fits}`
}
