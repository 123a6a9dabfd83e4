import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Permission } from '#contract/permissions.ts'
import { inScope, scopeOf } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MemberPlace } from '../member-scope.ts'

/**
 * How many members there are at a place within scope, from the roll-up of each union. Null when the place is not a simple one and rows
 * have to be counted.
 */
export async function countedMembers(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  place: MemberPlace & { kind: string | undefined },
): Promise<number | null> {
  const scope = scopeOf(reach.actor, reach.permission)
  const { organisationId, kind } = place
  if (scope.unitIds.length > 0) return null
  if (organisationId === undefined && scope.wholeTenant) return sumOf(tx, sql<SqlBool>`true`, kind)
  const roots = organisationId === undefined ? scope.subtreeIds : [organisationId]
  const alone = organisationId !== undefined && !place.includeSubtree
  const unions = alone ? sql<SqlBool>`c.union_id = ${organisationId}` : atOrBelow(tx, roots)
  const allowed =
    organisationId === undefined
      ? sql<SqlBool>`true`
      : sql<SqlBool>`(select ${inScope(tx, reach, sql`asked.id`)} from (select ${organisationId}::uuid as id) asked)`
  return sumOf(tx, sql<SqlBool>`${unions} and ${allowed}`, kind)
}

// An ended union keeps the place of its last day, as it does in the index.
function atOrBelow(tx: Tx, roots: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from organisation_tree t
    where t.tenant_id = ${tx.tenantId} and t.descendant_id = c.union_id and t.ancestor_id = any(${roots}::uuid[]) and t.starts_on <= app_today()
      and (t.ends_before is null or app_today() < t.ends_before or t.ends_before = (
        select nullif(max(coalesce(own.ends_before, 'infinity'::date)), 'infinity'::date) from organisation_tree own
        where own.tenant_id = ${tx.tenantId} and own.descendant_id = c.union_id and own.depth = 0)))`
}

async function sumOf(tx: Tx, condition: RawBuilder<SqlBool>, kind: string | undefined): Promise<number> {
  const ofKind = kind === undefined ? sql`true` : sql`c.kind = ${kind}`
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(c.members), 0)::int as total from union_member_counts c
    where c.tenant_id = ${tx.tenantId} and ${condition} and ${ofKind}`.execute(tx)
  return rows[0]!.total
}
