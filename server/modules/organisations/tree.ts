import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'

// Deeper than any federation: whoever gets here goes in circles.
const deepest = 64

/**
 * Brings the closure in step with the dated rows of `changedIds` and of everything below them, at any date; the rest of the tree is not
 * touched. Refuses when the rows make a circle on some day, or when somebody would be led by an organisation that does not exist then.
 */
export async function rebuildTree(tx: Tx, changedIds: readonly string[]): Promise<void> {
  await refuseCycle(tx, changedIds)
  await refuseMissingParent(tx, changedIds)
  const affected = await idsBelow(tx, changedIds)
  await sql`delete from organisation_tree where tenant_id = ${tx.tenantId} and descendant_id = any(${affected}::uuid[])`.execute(
    tx,
  )
  await sql`
    insert into organisation_tree (tenant_id, ancestor_id, descendant_id, depth, starts_on, ends_before)
    with recursive path as (
      select organisation_id as descendant_id, organisation_id as ancestor_id, 0 as depth, min(starts_on) as starts_on,
        nullif(max(coalesce(ends_before, 'infinity'::date)), 'infinity'::date) as ends_before
      from unnest(${affected}::uuid[]) as affected (id)
      join organisation_profiles on tenant_id = ${tx.tenantId} and organisation_id = affected.id and superseded_at is null
      group by organisation_id
      union all
      select p.descendant_id, a.parent_id, p.depth + 1, greatest(p.starts_on, a.starts_on), least(p.ends_before, a.ends_before)
      from path p
      join affiliations a on a.tenant_id = ${tx.tenantId} and a.child_id = p.ancestor_id and a.kind = 'leads' and a.superseded_at is null
        and a.starts_on < coalesce(p.ends_before, 'infinity'::date) and p.starts_on < coalesce(a.ends_before, 'infinity'::date))
    select ${tx.tenantId}::uuid, ancestor_id, descendant_id, depth, starts_on, ends_before from path`.execute(
    tx,
  )
}

/** The organisations and everything any of them leads or led at any date. */
export async function idsBelow(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct descendant_id as id from organisation_tree where tenant_id = ${tx.tenantId} and ancestor_id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return [...new Set([...ids, ...rows.map((row) => row.id)])]
}

// A new circle runs through one of the changed organisations: walking up from them finds it.
async function refuseCycle(tx: Tx, changedIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ day: string }>`
    with recursive up as (
      select a.child_id as start_id, a.parent_id, a.starts_on, a.ends_before, 1 as depth
      from unnest(${changedIds}::uuid[]) as changed (id)
      join affiliations a on a.tenant_id = ${tx.tenantId} and a.child_id = changed.id and a.kind = 'leads' and a.superseded_at is null
      union all
      select up.start_id, a.parent_id, greatest(up.starts_on, a.starts_on), least(up.ends_before, a.ends_before), up.depth + 1
      from up
      join affiliations a on a.tenant_id = ${tx.tenantId} and a.child_id = up.parent_id and a.kind = 'leads' and a.superseded_at is null
        and a.starts_on < coalesce(up.ends_before, 'infinity'::date) and up.starts_on < coalesce(a.ends_before, 'infinity'::date)
      where up.parent_id <> up.start_id and up.depth < ${deepest})
    select starts_on as day from up where parent_id = start_id or depth >= ${deepest} order by starts_on limit 1`.execute(
    tx,
  )
  if (rows.length > 0) refuse('organisations.cycle', { day: rows[0]!.day })
}

async function refuseMissingParent(tx: Tx, changedIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ name: string; starts_on: string; ends_before: string | null }>`
    with changed as (select id from unnest(${changedIds}::uuid[]) as c (id)),
    tie as materialized (
      select a.parent_id, a.starts_on, a.ends_before from changed
      join affiliations a on a.tenant_id = ${tx.tenantId} and a.child_id = changed.id and a.kind = 'leads' and a.superseded_at is null
      union
      select a.parent_id, a.starts_on, a.ends_before from changed
      join affiliations a on a.tenant_id = ${tx.tenantId} and a.parent_id = changed.id and a.kind = 'leads' and a.superseded_at is null),
    life as materialized (
      select p.organisation_id, min(p.starts_on) as starts_on, max(coalesce(p.ends_before, 'infinity'::date)) as ends_before,
        (array_agg(p.name order by p.starts_on desc))[1] as name
      from (select distinct parent_id as id from tie) parent
      join organisation_profiles p on p.tenant_id = ${tx.tenantId} and p.organisation_id = parent.id and p.superseded_at is null
      group by p.organisation_id)
    select life.name, life.starts_on, nullif(life.ends_before, 'infinity'::date) as ends_before
    from tie join life on life.organisation_id = tie.parent_id
    where tie.starts_on < life.starts_on or coalesce(tie.ends_before, 'infinity'::date) > life.ends_before
    limit 1`.execute(tx)
  const [parent] = rows
  if (parent === undefined) return
  if (parent.ends_before === null)
    refuse('organisations.parent_not_yet', { name: parent.name, startsOn: parent.starts_on })
  refuse('organisations.parent_ends', { name: parent.name, endedOn: parent.ends_before })
}
