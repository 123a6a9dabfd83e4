import { sql } from 'kysely'
import { canReach, inScope } from '#server/modules/access/index.ts'
import type { Permission } from '#contract/permissions.ts'
import type { Actor } from '#server/platform/actor.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound, refuse } from '#server/platform/errors.ts'

/** Kinds of organisations that have members. */
export const unionKinds = [
  'federation',
  'industrial_union',
  'street_federation',
  'union_association',
  'basic_union',
]

/** Refuses where members cannot belong on a day: not a union, or a union that has ended or not begun. */
export async function mustTakeMembers(tx: Tx, unionId: string, on: string): Promise<void> {
  const { rows } = await sql<{ kind: string; exists_then: boolean }>`
    select o.kind, exists (select from organisation_tree t where t.tenant_id = o.tenant_id and t.descendant_id = o.id and t.ancestor_id = o.id
        and (t.ends_before is null or ${on}::date < t.ends_before)) as exists_then
    from organisations o where o.tenant_id = ${tx.tenantId} and o.id = ${unionId}`.execute(tx)
  const union = rows[0]
  if (union === undefined) notFound()
  if (!unionKinds.includes(union.kind)) refuse('people.not_a_union')
  if (!union.exists_then) refuse('people.union_ended')
}

// Nobody has this many closed unions with members at once; more ids than this are somebody trying.
const mostEnded = 50

/** Which of these organisations the permission reaches: today, or, where they have ended, by the place of their last day. */
export async function reachable(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  organisationIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organisations o
    where o.tenant_id = ${tx.tenantId} and o.id = any(${organisationIds}::uuid[]) and ${inScope(tx, reach, sql.ref('o.id'))}`.execute(
    tx,
  )
  const reached = new Set(rows.map((row) => row.id))
  const others = organisationIds.filter((id) => !reached.has(id))
  if (others.length <= mostEnded) for (const id of others) if (await canReach(tx, reach, id)) reached.add(id)
  return reached
}

/** The age at which work, and so membership, may begin on a day (C6): dated rule data. */
export async function workingAge(tx: Tx, on: string): Promise<number> {
  return (await ruleFor<number>(tx, 'people.working_age', on)).value
}
