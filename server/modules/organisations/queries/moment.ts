import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import { holdsAt, knownAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import type { Moment } from '#server/platform/measure.ts'
import { mustBeDays } from '../life.ts'

/** The moment a question is for: today as known now, unless it says otherwise. */
export function momentOf(actor: Actor, asked: { asOf?: string; knownAt?: string }): Moment {
  mustBeDays({ asOf: asked.asOf })
  if (asked.knownAt !== undefined && Number.isNaN(Date.parse(asked.knownAt)))
    invalid([{ path: 'knownAt', code: 'field.format' }])
  return { asOf: asked.asOf ?? actor.today, knownAt: asked.knownAt ?? null }
}

/** Whether the current views (counts of members) answer for this moment. */
export function isNow(actor: Actor, moment: Moment): boolean {
  return moment.knownAt === null && moment.asOf === actor.today
}

/**
 * The ids of an organisation and of everything it led at the moment: by the closure, or, as known at an earlier moment, worked out from the
 * dated rows as they were recorded then.
 */
export function idsBelowAt(tx: Tx, id: RawBuilder<unknown>, moment: Moment): RawBuilder<unknown> {
  if (moment.knownAt === null)
    return sql`select t.descendant_id as id from organisation_tree t where t.tenant_id = ${tx.tenantId} and t.ancestor_id = ${id} and ${treeHolds(moment)}`
  // Offset 0 keeps each step a look-up by the parent: joined freely, every step would read all ties of the tenant.
  return sql`with recursive below as (
      select ${id} as id
      union select step.child_id from below, lateral (
        select a.child_id from affiliations a
        where a.tenant_id = ${tx.tenantId} and a.parent_id = below.id and a.kind = 'leads' and ${holdsAt('a', moment)} offset 0) step)
    select id from below`
}

/** The organisations above one at the moment, itself at depth 0, with their depth counted upwards. */
export function idsAboveAt(tx: Tx, id: RawBuilder<unknown>, moment: Moment): RawBuilder<unknown> {
  if (moment.knownAt === null)
    return sql`select t.ancestor_id as id, t.depth from organisation_tree t where t.tenant_id = ${tx.tenantId} and t.descendant_id = ${id} and ${treeHolds(moment)}`
  return sql`with recursive above as (
      select ${id} as id, 0 as depth
      union select step.parent_id, above.depth + 1 from above, lateral (
        select a.parent_id from affiliations a
        where a.tenant_id = ${tx.tenantId} and a.child_id = above.id and a.kind = 'leads' and ${holdsAt('a', moment)} offset 0) step)
    select id, depth from above`
}

/** The name of an organisation at the moment; of one that has ended by then, its last name. */
export function nameAt(tx: Tx, id: RawBuilder<unknown>, moment: Moment): RawBuilder<string> {
  return sql<string>`(select p.name from organisation_profiles p where p.tenant_id = ${tx.tenantId} and p.organisation_id = ${id}
    and ${knownAt('p', moment)} order by p.starts_on <= ${moment.asOf}::date desc, case when p.starts_on <= ${moment.asOf}::date then p.starts_on end desc, p.starts_on limit 1)`
}

function treeHolds(moment: Moment): RawBuilder<unknown> {
  return sql`t.starts_on <= ${moment.asOf}::date and (t.ends_before is null or ${moment.asOf}::date < t.ends_before)`
}
