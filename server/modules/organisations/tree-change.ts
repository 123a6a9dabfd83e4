import { sql } from 'kysely'
import { refreshMemberIndex } from '#server/modules/people/index.ts'
import type { Author } from '#server/platform/audit.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { lockOrganisations, lockTree, takeStamp, type OrganisationHead, type Stamp } from './store.ts'
import { idsBelow, rebuildTree } from './tree.ts'

/** A change of the tree under way: its stamp, and the organisations it names, locked. */
export interface TreeWork {
  stamp: Stamp
  heads: ReadonlyMap<string, OrganisationHead>
}

/** Begins a change of the tree: queues behind the one before it, locks the organisations, then takes the time. */
export async function beginTreeChange(
  tx: Tx,
  author: Author,
  organisationIds: readonly string[],
): Promise<TreeWork> {
  await lockTree(tx)
  const heads = await lockOrganisations(tx, organisationIds)
  return { heads, stamp: await takeStamp(tx, author) }
}

/**
 * Brings everything that follows from the dated rows in step: the closure, and, where the change already holds today, the index by which
 * members are found. What takes effect later is carried over when its day comes.
 */
export async function carryTreeChange(
  tx: Tx,
  change: { organisationIds: readonly string[]; on: string },
): Promise<void> {
  await rebuildTree(tx, change.organisationIds)
  if (change.on > (await today(tx))) return
  await refreshMemberIndex(tx, { unionIds: await unionsWithMembers(tx, change.organisationIds) })
}

/** Members counted at or below an organisation today. */
export async function membersBelow(tx: Tx, organisationIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ members: number }>`
    select coalesce(sum(c.members), 0)::int as members from union_member_counts c
    where c.tenant_id = ${tx.tenantId} and c.union_id = any(${await idsBelow(tx, organisationIds)}::uuid[])`.execute(
    tx,
  )
  return rows[0]!.members
}

async function unionsWithMembers(tx: Tx, organisationIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct union_id as id from union_member_counts
    where tenant_id = ${tx.tenantId} and union_id = any(${await idsBelow(tx, organisationIds)}::uuid[])`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}
