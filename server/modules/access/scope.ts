import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Permission } from '#contract/permissions.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, notFound } from '#server/platform/errors.ts'
import { may, reaches, scopeOf, type Place } from './rules.ts'

/**
 * The where clause of everything that shows rows: true for organisations within the actor's scope of this permission today.
 * `column` is the column that holds the organisation's id, for example `sql.ref('m.union_id')`.
 */
export function inScope(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  column: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const { actor } = reach
  const scope = scopeOf(actor, reach.permission)
  if (scope.wholeTenant) return sql<SqlBool>`true`
  return sql<SqlBool>`(${column} = any(${scope.unitIds}::uuid[]) or exists (
    select from organisation_tree scope_tree
    where scope_tree.tenant_id = ${tx.tenantId} and scope_tree.descendant_id = ${column} and scope_tree.ancestor_id = any(${scope.subtreeIds}::uuid[])
      and scope_tree.starts_on <= ${actor.today}::date and (scope_tree.ends_before is null or ${actor.today}::date < scope_tree.ends_before)))`
}

/** Refuses (403) when the appointment lacks the function altogether; no row is read. */
export function mustHave(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) forbidden()
}

/** Passes when the organisation is within scope; otherwise answers exactly like "not there" (404). */
export async function mustReach(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  organisationId: string,
): Promise<void> {
  mustHave(reach.actor, reach.permission)
  const place = await placeOf(tx, organisationId, reach.actor.today)
  if (place === null || !reaches(reach.actor, reach.permission, place)) notFound()
}

/** Whether the organisation is within scope, for the `can` flags of answers. */
export async function canReach(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  organisationId: string,
): Promise<boolean> {
  if (!may(reach.actor, reach.permission)) return false
  const place = await placeOf(tx, organisationId, reach.actor.today)
  return place !== null && reaches(reach.actor, reach.permission, place)
}

/** Where an organisation stands on a day, or null when there is no such organisation. An ended one keeps the place it had last. */
export async function placeOf(tx: Tx, organisationId: string, day: string): Promise<Place | null> {
  const { rows } = await sql<{ ancestor_id: string }>`
    with last as (
      select least(${day}::date, coalesce(max(coalesce(ends_before, 'infinity'::date)), ${day}::date) - 1) as day
      from organisation_tree where tenant_id = ${tx.tenantId} and descendant_id = ${organisationId} and depth = 0)
    select t.ancestor_id from organisation_tree t, last
    where t.tenant_id = ${tx.tenantId} and t.descendant_id = ${organisationId}
      and t.starts_on <= last.day and (t.ends_before is null or last.day < t.ends_before)`.execute(tx)
  if (rows.length > 0) return { organisationId, ancestorIds: new Set(rows.map((row) => row.ancestor_id)) }
  const exists = await tx
    .selectFrom('organisations')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return exists === undefined ? null : { organisationId, ancestorIds: new Set([organisationId]) }
}
