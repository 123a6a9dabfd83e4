import { sql } from 'kysely'
import type { DuesRow, DuesTerms, operations } from '#contract/funds-dues.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import type { DuesRate } from '../rules.ts'

/** What dues are worked out by today, and where that comes from. */
export async function getDuesTerms(tx: Tx, actor: Actor): Promise<DuesTerms> {
  const { value, source } = await ruleFor<DuesRate>(tx, 'dues.rate', actor.today)
  return { ...value, source }
}

/** Dues of unions within scope that were not withdrawn, the newest month first. */
export async function listDues(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listDues']>,
): Promise<{ items: DuesRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const [month, id] = readCursor(input.cursor, ['', '']) as [string, string]
  const column = sql.ref('d.union_id')
  const scope = inScope(tx, { actor, permission: 'union_funds.read' }, column)
  const asked = input.month === undefined ? sql`true` : sql`d.month = ${`${input.month}-01`}::date`
  const matching = sql`from dues d where d.tenant_id = ${tx.tenantId} and ${scope} and ${asked}
    and not exists (select from dues_withdrawals w where w.tenant_id = d.tenant_id and w.dues_id = d.id)`
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${matching}`.execute(
    tx,
  )
  const { rows } = await sql<DuesRow>`
    select d.id, d.union_id as "organisationId", n.name as "organisationName", to_char(d.month, 'YYYY-MM') as month, d.members, d.due_fen as "dueFen",
      d.received_fen as "receivedFen", d.received_on as "receivedOn", d.voucher_no as "voucherNo", p.name as "recordedBy",
      ${inScope(tx, { actor, permission: 'union_funds.record' }, column)} as "canWithdraw"
    from (select d.* ${matching} and (${id} = '' or (d.month, d.id) < (nullif(${month}, '')::date, nullif(${id}, '')::uuid))
      order by d.month desc, d.id desc limit ${limit + 1}) d
    cross join lateral (${lastName(tx, column)}) n
    join persons p on p.tenant_id = d.tenant_id and p.id = d.recorded_by_person order by d.month desc, d.id desc`.execute(
    tx,
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([`${last.month}-01`, last.id]) : null,
    total: counted[0]!.total,
  }
}
