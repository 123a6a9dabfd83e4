import { sql, type RawBuilder } from 'kysely'
import { isOpenOn, standingAt } from '#server/modules/venues/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Asked } from './worklist.ts'

/** Organisations with a stipend that was worked out by the day of the rule and has not been paid, or came back from the bank and was not paid again. */
export function withUnpaidStipend(tx: Tx, { moment, claimedBy }: Asked): RawBuilder<unknown> {
  return sql`
    select c.organisation_id from claims c
    where c.tenant_id = ${tx.tenantId} and c.reason = 'stipend' and c.gross_fen > 0
      and (c.claimed_at at time zone 'Asia/Shanghai')::date <= ${claimedBy}::date and not ${isPaidOn(moment.asOf)}`
}

/** Whether claim `c` was paid by a day and not returned by then. */
export function isPaidOn(day: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from payment_line_claims lc join payment_lines l on l.tenant_id = lc.tenant_id and l.id = lc.line_id
    join payment_batch_acts paid on paid.tenant_id = l.tenant_id and paid.batch_id = l.batch_id and paid.act = 'paid'
    where lc.tenant_id = c.tenant_id and lc.claim_id = c.id and (paid.acted_at at time zone 'Asia/Shanghai')::date <= ${day}::date
      and not exists (select from payment_returns x join payment_return_files f on f.tenant_id = x.tenant_id and f.id = x.file_id
        where x.tenant_id = l.tenant_id and x.line_id = l.id and (f.imported_at at time zone 'Asia/Shanghai')::date <= ${day}::date))`
}

/** Organisations that keep an open venue which was inspected and lacks something of its standard on the day, by itself or as evidence ran out. */
export function withVenueBelow(tx: Tx, { moment }: Asked): RawBuilder<unknown> {
  return sql`
    select v.organisation_id from venues v join (${standingAt(tx, moment)}) s on s.venue_id = v.id
    where v.tenant_id = ${tx.tenantId} and s.rule_id is not null and not s.meets and ${isOpenOn(moment.asOf)}`
}
