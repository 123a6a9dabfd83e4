import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Permission } from '#contract/permissions.ts'
import { inScope, placeOf, reaches, scopeOf } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'

/** Whose powers, and which function. */
export interface Reach {
  actor: Actor
  permission: Permission
}

/**
 * Whether the organisation is within reach. What has ended keeps the place it had last, what is yet to begin has the place it begins with:
 * otherwise nobody could look at a closed union or mend one entered in advance.
 */
export async function reachesOrganisation(tx: Tx, reach: Reach, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ day: string }>`
    select greatest(starts_on, ${reach.actor.today}::date) as day from organisation_tree
    where tenant_id = ${tx.tenantId} and descendant_id = ${organisationId} and ancestor_id = ${organisationId} limit 1`.execute(
    tx,
  )
  const place = await placeOf(tx, organisationId, rows[0]?.day ?? reach.actor.today)
  return place !== null && reaches(reach.actor, reach.permission, place)
}

/** Passes when all organisations are within reach; otherwise the answer is that of "not there" (404). */
export async function mustReachOrganisations(
  tx: Tx,
  reach: Reach,
  organisationIds: readonly string[],
): Promise<void> {
  for (const id of new Set(organisationIds)) {
    if (!(await reachesOrganisation(tx, reach, id))) notFound()
  }
}

/** As `inScope`, and also organisations that have ended or are yet to begin, by their last or first place: for lists of another day. */
export function inScopeEver(tx: Tx, reach: Reach, column: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const scope = scopeOf(reach.actor, reach.permission)
  if (scope.wholeTenant) return sql<SqlBool>`true`
  const today = reach.actor.today
  return sql<SqlBool>`(${inScope(tx, reach, column)} or exists (
    select from organisation_tree life
    join organisation_tree up on up.tenant_id = life.tenant_id and up.descendant_id = life.descendant_id and up.ancestor_id = any(${scope.subtreeIds}::uuid[])
    where life.tenant_id = ${tx.tenantId} and life.descendant_id = ${column} and life.ancestor_id = life.descendant_id
      and ((life.ends_before <= ${today}::date and up.ends_before = life.ends_before)
        or (life.starts_on > ${today}::date and up.starts_on = life.starts_on))))`
}
