import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { WrittenChange } from './memberships.ts'

/** A change of many memberships at once. */
export interface MassChangeHead {
  id: string
  kind: string
  recordedBy: string | null
}

/** Keeps a change of many with the rows it closed and wrote; returns its id. */
export async function insertMassChange(
  tx: Tx,
  author: Author,
  change: { kind: string; unionId: string | null; on: string; written: readonly WrittenChange[] },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('mass_changes')
    .values({
      tenant_id: tx.tenantId,
      id,
      kind: change.kind,
      union_id: change.unionId,
      takes_effect_on: change.on,
      persons: change.written.length,
      recorded_by: author?.appointment?.id ?? null,
    })
    .execute()
  const { written } = change
  await sql`
    insert into mass_change_rows (tenant_id, change_id, person_id, superseded_ids, inserted_ids)
    select ${tx.tenantId}::uuid, ${id}::uuid, w.person_id, w.superseded::uuid[], w.inserted::uuid[] from unnest(
      ${written.map((each) => each.personId)}::uuid[], ${written.map((each) => `{${each.supersededIds.join(',')}}`)}::text[],
      ${written.map((each) => `{${each.insertedIds.join(',')}}`)}::text[]) as w (person_id, superseded, inserted)`.execute(
    tx,
  )
  return id
}

/** A mass change, and whether it was undone; undefined when there is none. The key of the undoing guards against a second one. */
export async function findMassChange(
  tx: Tx,
  id: string,
): Promise<(MassChangeHead & { undone: boolean }) | undefined> {
  const { rows } = await sql<MassChangeHead & { undone: boolean }>`
    select c.id, c.kind, c.recorded_by as "recordedBy",
      exists (select from mass_change_undoings u where u.tenant_id = c.tenant_id and u.change_id = c.id) as undone
    from mass_changes c where c.tenant_id = ${tx.tenantId} and c.id = ${id}`.execute(tx)
  return rows[0]
}

/** What a mass change did to each person. */
export async function massChangeRows(tx: Tx, id: string): Promise<WrittenChange[]> {
  const { rows } = await sql<WrittenChange>`
    select person_id as "personId", superseded_ids::text[] as "supersededIds", inserted_ids::text[] as "insertedIds"
    from mass_change_rows where tenant_id = ${tx.tenantId} and change_id = ${id} order by person_id`.execute(
    tx,
  )
  return rows
}

/** Notes that a mass change was undone; a second time is a conflict by its key. */
export async function insertUndoing(
  tx: Tx,
  author: Author,
  undoing: { changeId: string; restored: number; left: number },
): Promise<void> {
  await tx
    .insertInto('mass_change_undoings')
    .values({
      tenant_id: tx.tenantId,
      change_id: undoing.changeId,
      persons_restored: undoing.restored,
      persons_left: undoing.left,
      recorded_by: author?.appointment?.id ?? null,
    })
    .execute()
}
