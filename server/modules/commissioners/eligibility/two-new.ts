import { sql, type RawBuilder } from 'kysely'
import { holdsAt, knownAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Moment } from '#server/platform/measure.ts'
import { isDueIn } from './due-rules.ts'

/**
 * Every two-new organisation of the moment, one row each: id, name, type, direct_point, workers (last reported, or null), party_id, party_since,
 * commissioners (posts held there on the day) and due. Whole sets are joined once, so that 3,969 organisations cost one pass over each table;
 * of the organisations in the array `only`, their own rows alone.
 */
export function twoNewAt(
  tx: Tx,
  moment: Moment,
  only: RawBuilder<string[]> | null = null,
): RawBuilder<unknown> {
  const isAsked = (column: string) => (only === null ? sql`true` : sql`${sql.ref(column)} = any(${only})`)
  return sql`
    select e.*, ${isDueIn(tx, 'e', moment.asOf)} as due from (
      select o.id, p.name, ${typeAt(tx, moment)} as type, p.direct_point, h.workers, party.party_id, coalesce(post.posts, 0) as commissioners
      from organisations o
      join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and ${holdsAt('p', moment)}
      left join (
        select distinct on (h.organisation_id) h.organisation_id, h.workers from headcounts h
        where h.tenant_id = ${tx.tenantId} and h.as_of <= ${moment.asOf}::date and ${knownAt('h', moment)} and ${isAsked('h.organisation_id')}
        order by h.organisation_id, h.as_of desc) h on h.organisation_id = o.id
      left join (
        select distinct on (a.child_id) a.child_id, a.parent_id as party_id from affiliations a
        where a.tenant_id = ${tx.tenantId} and a.kind = 'party' and ${holdsAt('a', moment)} and ${isAsked('a.child_id')}
        order by a.child_id, a.starts_on, a.id) party on party.child_id = o.id
      left join (
        select c.organisation_id, count(*)::int as posts from appointments c
        where c.tenant_id = ${tx.tenantId} and ${isCommissionerAt('c', moment)} and ${isAsked('c.organisation_id')} group by c.organisation_id) post on post.organisation_id = o.id
      where o.tenant_id = ${tx.tenantId} and o.kind = 'employer' and ${isAsked('o.id')} and not exists (
        select from organisation_endings x where x.tenant_id = o.tenant_id and x.organisation_id = o.id
          and x.ended_on <= ${moment.asOf}::date and ${knownAt('x', moment)})) e
    where e.type is not null`
}

/** True for appointments that are a commissioner's post on the day; a substitute fills no post of its own. */
export function isCommissionerAt(alias: string, moment: Moment): RawBuilder<unknown> {
  return sql`${sql.ref(`${alias}.post`)} = 'commissioner' and ${sql.ref(`${alias}.substitutes_id`)} is null and ${holdsAt(alias, moment)}`
}

/** The type as it was known: before a change that was made since, what it was before. */
function typeAt(tx: Tx, moment: Moment): RawBuilder<unknown> {
  if (moment.knownAt === null) return sql`o.two_new_type`
  const since = sql`from organisation_type_changes y where y.tenant_id = ${tx.tenantId} and y.organisation_id = o.id
    and y.changed_at > ${moment.knownAt}::timestamptz`
  return sql`case when exists (select ${since}) then (select y.two_new_type_before ${since} order by y.changed_at limit 1) else o.two_new_type end`
}
