import { sql, type RawBuilder } from 'kysely'
import type { AllocationSpending, operations, UnionShareRow } from '#contract/funds-allocations.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { canReach, inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { asMade, column, namedLike, registerPage, registerRows, type Register } from '../../register.ts'
import { directOf, withDirectShare } from './allocations.ts'
import { settled, spentSums, standingSpending, stateOfAllocation } from './find-allocation.ts'

type Read = Omit<UnionShareRow, 'directBasisPoints'>
type Listed = InputOf<(typeof operations)['listUnionShares']>

/** What unions within scope got of allocations that were approved, unasked the newest first: a union’s own register. */
export async function listUnionShares(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listUnionShares']>,
): Promise<{ items: UnionShareRow[]; nextCursor: string | null; total: number }> {
  const page = await registerPage<Read>(tx, register(tx, actor, input), input)
  return { ...page, items: page.items.map(withDirectShare) }
}

/** All that the list shows, in its order. */
export async function allUnionShares(tx: Tx, actor: Actor, input: Listed): Promise<UnionShareRow[]> {
  return (await registerRows<Read>(tx, register(tx, actor, input), input)).map(withDirectShare)
}

const orders: Register['orders'] = {
  made: asMade,
  union: column('unionName', 'text'),
  year: column('year'),
  share: column('amountFen'),
  spent: column('spentFen'),
  left: [[sql`(m."amountFen" - m."spentFen")`, 'bigint']],
  direct: directOf,
}

function register(tx: Tx, actor: Actor, input: Listed): Register {
  const all = [
    inScope(tx, { actor, permission: 'union_funds.read' }, sql.ref('s.union_id')),
    namedLike(input.q, [sql.ref('u.name'), sql.ref('g.document_no')]),
  ]
  if (input.year !== undefined) all.push(sql`g.year = ${input.year}`)
  if (input.state !== undefined) all.push(sql`${stateOfAllocation} = ${input.state}`)
  return { rows: shareRows(tx, sql.join(all, sql` and `)), orders, unasked: '-made' }
}

/** One share of an allocation that was approved, with every voucher it was spent by. */
export async function getUnionShare(
  tx: Tx,
  actor: Actor,
  { shareId }: { shareId: string },
): Promise<OutputOf<(typeof operations)['getUnionShare']>> {
  const { rows } = await sql<Read>`${shareRows(tx, sql`s.id = ${shareId}`)}`.execute(tx)
  const row = found(rows[0])
  if (!(await canReach(tx, { actor, permission: 'union_funds.read' }, row.unionId))) notFound()
  const { rows: spending } = await sql<AllocationSpending>`
    select x.id, x.voucher_no as "voucherNo", x.purpose, x.amount_fen as "amountFen", x.on_workers_fen as "onWorkersFen", x.spent_on as "spentOn",
      p.name as "recordedBy", case when r.spending_id is null then null else json_build_object('reason', r.reason, 'reversedBy', q.name) end as reversal
    from allocation_spending x
    join persons p on p.tenant_id = x.tenant_id and p.id = x.recorded_by_person
    left join allocation_spending_reversals r on r.tenant_id = x.tenant_id and r.spending_id = x.id
    left join persons q on q.tenant_id = r.tenant_id and q.id = r.reversed_by_person
    where x.tenant_id = ${tx.tenantId} and x.share_id = ${shareId} order by x.id`.execute(tx)
  const mayRecord = await canReach(tx, { actor, permission: 'union_funds.record' }, row.unionId)
  return { ...withDirectShare(row), spending, canRecord: mayRecord && row.state === 'paid' }
}

function shareRows(tx: Tx, fits: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select s.id, s.union_id as "unionId", s.union_id as "organisationId", u.name as "unionName", s.class, s.workers, s.weight, s.amount_fen as "amountFen",
      g.year, g.document_no as "documentNo", ${stateOfAllocation} as state, spent.*
    from allocation_shares s join allocations g on g.tenant_id = s.tenant_id and g.id = s.allocation_id ${settled}
    cross join lateral (${lastName(tx, sql.ref('s.union_id'))}) u
    cross join lateral (select ${spentSums} from allocation_spending x
      where x.tenant_id = s.tenant_id and x.share_id = s.id and ${standingSpending}) spent
    where s.tenant_id = ${tx.tenantId} and d.outcome = 'approved' and ${fits}`
}
