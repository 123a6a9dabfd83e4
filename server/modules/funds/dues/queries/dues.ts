import { sql } from 'kysely'
import type { DuesRow, DuesTerms, operations } from '#contract/funds-dues.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { asMade, column, namedLike, registerPage, registerRows, type Register } from '../../register.ts'
import type { DuesRate } from '../rules.ts'

/** What dues are worked out by today, and where that comes from. */
export async function getDuesTerms(tx: Tx, actor: Actor): Promise<DuesTerms> {
  const { value, source } = await ruleFor<DuesRate>(tx, 'dues.rate', actor.today)
  return { ...value, source }
}

type Listed = InputOf<(typeof operations)['listDues']>

/** Dues of unions within scope that were not withdrawn, unasked the newest month first. */
export async function listDues(
  tx: Tx,
  actor: Actor,
  input: Listed,
): Promise<{ items: DuesRow[]; nextCursor: string | null; total: number }> {
  return registerPage<DuesRow>(tx, register(tx, actor, input), input)
}

/** All that the list shows, in its order. */
export async function allDues(tx: Tx, actor: Actor, input: Listed): Promise<DuesRow[]> {
  return registerRows<DuesRow>(tx, register(tx, actor, input), input)
}

const orders: Register['orders'] = {
  union: column('organisationName', 'text'),
  month: [...column('month', 'text'), ...asMade],
  members: column('members'),
  due: column('dueFen'),
  received: column('receivedFen'),
  receivedOn: column('receivedOn', 'date'),
}
const states = {
  short: sql`d.received_fen < d.due_fen`,
  whole: sql`d.received_fen >= d.due_fen`,
}

function register(tx: Tx, actor: Actor, input: Listed): Register {
  const union = sql.ref('d.union_id')
  const all = [
    inScope(tx, { actor, permission: 'union_funds.read' }, union),
    namedLike(input.q, [sql.ref('n.name')]),
  ]
  if (input.month !== undefined) all.push(sql`d.month = ${`${input.month}-01`}::date`)
  if (input.state !== undefined) all.push(states[input.state])
  const rows = sql`
    select d.id, d.union_id as "organisationId", n.name as "organisationName", to_char(d.month, 'YYYY-MM') as month, d.members, d.due_fen as "dueFen",
      d.received_fen as "receivedFen", d.received_on as "receivedOn", d.voucher_no as "voucherNo", p.name as "recordedBy",
      ${inScope(tx, { actor, permission: 'union_funds.record' }, union)} as "canWithdraw"
    from dues d
    cross join lateral (${lastName(tx, union)}) n
    join persons p on p.tenant_id = d.tenant_id and p.id = d.recorded_by_person
    where d.tenant_id = ${tx.tenantId} and ${sql.join(all, sql` and `)}
      and not exists (select from dues_withdrawals w where w.tenant_id = d.tenant_id and w.dues_id = d.id)`
  return { rows, orders, unasked: '-month' }
}
