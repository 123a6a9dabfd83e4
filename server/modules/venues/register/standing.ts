import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Moment } from '#server/platform/measure.ts'

/**
 * How every venue stood on a day, as known at the moment (venue_id, rule_id, inspected_on, revisit_on, met, needed, holds_until, meets): by the
 * latest finding of each item, judged by the version of the standard its latest inspection was made with. Evidence counts to its last day and
 * not beyond, so a venue falls by itself (G1).
 */
export function standingAt(tx: Tx, moment: Moment): RawBuilder<unknown> {
  const day = sql`${moment.asOf}::date`
  const seen = sql`i.tenant_id = v.tenant_id and i.venue_id = v.id and i.inspected_on <= ${day} and ${isKnown('i.recorded_at', moment)}`
  return sql`
    select v.id as venue_id, last.rule_id, last.inspected_on, last.revisit_on, coalesce(found.met, 0) as met, coalesce(found.needed, 0) as needed,
      found.holds_until, coalesce(found.met >= found.needed, false) as meets
    from venues v
    left join lateral (
      select i.rule_id, i.inspected_on, i.revisit_on from venue_inspections i where ${seen} order by i.inspected_on desc, i.id desc limit 1) last on true
    left join lateral (
      select (r.value->>'needed')::int as needed, (count(*) filter (where held.valid_until >= ${day}))::int as met,
        min(held.valid_until) filter (where held.valid_until >= ${day}) as holds_until
      from rules r cross join jsonb_array_elements(r.value->'items') as listed (entry)
      left join lateral (
        select f.valid_until from venue_findings f join venue_inspections i on i.tenant_id = f.tenant_id and i.id = f.inspection_id
        where ${seen} and f.item = listed.entry->>'code' order by i.inspected_on desc, i.id desc limit 1) held on true
      where r.id = last.rule_id group by r.id) found on true
    where v.tenant_id = ${tx.tenantId}`
}

/** The stars a venue had on a day, to be joined with its standing (columns venue_id, stars): none once they run out or the standard is not met. */
export function starsAt(tx: Tx, moment: Moment): RawBuilder<unknown> {
  const day = sql`${moment.asOf}::date`
  return sql`
    select distinct on (s.venue_id) s.venue_id, s.stars from venue_stars s
    where s.tenant_id = ${tx.tenantId} and s.granted_on <= ${day} and s.expires_on >= ${day} and (s.withdrawn_on is null or s.withdrawn_on > ${day})
      and ${isKnown('s.granted_at', moment)}
    order by s.venue_id, s.granted_on desc, s.id desc`
}

/** Open on the day: begun, and not closed by then. */
export function isOpenOn(day: string): RawBuilder<boolean> {
  return sql<boolean>`(v.opened_on <= ${day}::date and (v.closed_on is null or v.closed_on > ${day}::date))`
}

function isKnown(column: string, { knownAt }: Moment): RawBuilder<unknown> {
  return knownAt === null ? sql`true` : sql`${sql.ref(column)} <= ${knownAt}::timestamptz`
}
