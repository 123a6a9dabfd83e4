import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Permission } from '#contract/permissions.ts'
import { inScope, scopeOf, type Scope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Whose powers, and which function. */
export interface Reach {
  actor: Actor
  permission: Permission
}

/** Whose members: an organisation with all below it or alone; without one, the actor's whole scope. */
export interface MemberPlace {
  organisationId: string | undefined
  includeSubtree: boolean
}

/** The scope of a list of members as SQL over `member_index m`. */
export interface MemberScope {
  /** A relation `root` of one row: `tokens`, the tree numbers asked for, null where the organisation is not within reach. */
  root: RawBuilder<unknown>
  /** True for rows of `m` that may be seen and were asked for; needs `root` beside it. */
  condition: RawBuilder<SqlBool>
}

/**
 * The same decision as `inScope` over the union of a member, put so that the index of tokens answers it: a row carries the tree numbers of
 * everything at or above its union.
 */
export function memberScope(tx: Tx, reach: Reach, place: MemberPlace): MemberScope {
  const scope = scopeOf(reach.actor, reach.permission)
  const { organisationId } = place
  if (organisationId === undefined) return { root: ownRoots(tx, scope), condition: ownCondition(scope) }
  const root = sql`select array_agg(o.tree_no) as tokens from organisations o
    where o.tenant_id = ${tx.tenantId} and o.id = ${organisationId}
      and (${inScope(tx, reach, sql.ref('o.id'))} or ${endedWithin(tx, reach.actor.today, scope.subtreeIds)})`
  const alone = sql<SqlBool>`m.union_id = ${organisationId} and (select tokens is not null from root)`
  if (!place.includeSubtree) return { root, condition: alone }
  const below = sql<SqlBool>`m.org_tokens @> (select tokens from root)`
  // A grant for one unit does not reach what is below it: both must agree.
  if (scope.unitIds.length === 0) return { root, condition: below }
  return {
    root: sql`select * from (${root}) asked cross join lateral (select ${tokensOf(tx, scope.subtreeIds)} as own) mine`,
    condition: sql<SqlBool>`${below} and (m.org_tokens && (select own from root) or m.union_id = any(${scope.unitIds}::uuid[]))`,
  }
}

// A union that has ended is reached by the place of its last day, as `mustReach` has it: its members wait there to be placed anew.
function endedWithin(tx: Tx, today: string, subtreeIds: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from organisation_tree last
    where last.tenant_id = ${tx.tenantId} and last.descendant_id = o.id and last.ancestor_id = any(${subtreeIds}::uuid[])
      and last.ends_before <= ${today}::date and last.ends_before = (
        select max(coalesce(own.ends_before, 'infinity'::date)) from organisation_tree own
        where own.tenant_id = ${tx.tenantId} and own.descendant_id = o.id and own.depth = 0))`
}

function ownRoots(tx: Tx, scope: Scope): RawBuilder<unknown> {
  return sql`select ${tokensOf(tx, scope.subtreeIds)} as tokens`
}

function ownCondition(scope: Scope): RawBuilder<SqlBool> {
  if (scope.wholeTenant) return sql<SqlBool>`true`
  const below = sql<SqlBool>`m.org_tokens && (select tokens from root)`
  if (scope.unitIds.length === 0) return below
  return sql<SqlBool>`(${below} or m.union_id = any(${scope.unitIds}::uuid[]))`
}

function tokensOf(tx: Tx, organisationIds: readonly string[]): RawBuilder<unknown> {
  return sql`(select coalesce(array_agg(o.tree_no), '{}'::bigint[]) from organisations o where o.tenant_id = ${tx.tenantId} and o.id = any(${organisationIds}::uuid[]))`
}
