import { sql } from 'kysely'
import type { EndsAlso } from '#contract/people-records.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { EndedEmployments } from './ended-employments.ts'
import type { WrittenChange } from './memberships.ts'

/** A change of many memberships at once. */
export interface MassChangeHead {
  id: string
  kind: string
  recordedBy: string | null
}

/** What a change of many did to one record: memberships, employments, and merges under it. */
export type MassChangeRow = WrittenChange & EndedEmployments & { aliasIds: string[] }

/** Keeps a change of many with the rows it closed and wrote; returns its id. */
export async function insertMassChange(
  tx: Tx,
  author: Author,
  change: {
    kind: string
    unionId: string | null
    on: string
    orderId: string | null
    rows: readonly MassChangeRow[]
  },
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
      persons: change.rows.length,
      order_id: change.orderId,
      recorded_by: author?.appointment?.id ?? null,
    })
    .execute()
  const { rows } = change
  const lists = (of: (row: MassChangeRow) => readonly string[]) =>
    sql`${rows.map((row) => `{${of(row).join(',')}}`)}::text[]`
  await sql`
    insert into mass_change_rows (tenant_id, change_id, person_id, superseded_ids, inserted_ids, superseded_employment_ids,
      inserted_employment_ids, alias_ids)
    select ${tx.tenantId}::uuid, ${id}::uuid, w.person_id, w.superseded::uuid[], w.inserted::uuid[], w.superseded_work::uuid[],
      w.inserted_work::uuid[], w.aliases::uuid[]
    from unnest(${rows.map((each) => each.personId)}::uuid[], ${lists((row) => row.supersededIds)}, ${lists((row) => row.insertedIds)},
      ${lists((row) => row.supersededEmploymentIds)}, ${lists((row) => row.insertedEmploymentIds)}, ${lists((row) => row.aliasIds)})
      as w (person_id, superseded, inserted, superseded_work, inserted_work, aliases)`.execute(tx)
  return id
}

/** A mass change, and whether it was undone; undefined when there is none. The key of the undoing guards against a second one. */
export async function findMassChange(
  tx: Tx,
  id: string,
): Promise<(MassChangeHead & { undone: boolean; organisationId: string | null }) | undefined> {
  const { rows } = await sql<MassChangeHead & { undone: boolean; organisationId: string | null }>`
    select c.id, c.kind, c.recorded_by as "recordedBy", a.organisation_id as "organisationId",
      exists (select from mass_change_undoings u where u.tenant_id = c.tenant_id and u.change_id = c.id) as undone
    from mass_changes c
    left join appointments a on a.tenant_id = c.tenant_id and a.appointment_id = c.recorded_by and a.superseded_at is null
    where c.tenant_id = ${tx.tenantId} and c.id = ${id}`.execute(tx)
  return rows[0]
}

/** What a mass change did to each record. */
export async function massChangeRows(tx: Tx, id: string): Promise<MassChangeRow[]> {
  const { rows } = await sql<MassChangeRow>`
    select person_id as "personId", superseded_ids::text[] as "supersededIds", inserted_ids::text[] as "insertedIds",
      superseded_employment_ids::text[] as "supersededEmploymentIds", inserted_employment_ids::text[] as "insertedEmploymentIds",
      alias_ids::text[] as "aliasIds"
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

/** A change of many that is carried out in the background. */
export interface MassOrder {
  kind: string
  personIds: readonly string[]
  on: string
  unionId: string | null
  endsAlso: readonly EndsAlso[]
}

/** Keeps an order; returns its id. */
export async function insertMassOrder(tx: Tx, author: Author, order: MassOrder): Promise<string> {
  const id = newId()
  await tx
    .insertInto('mass_orders')
    .values({
      tenant_id: tx.tenantId,
      id,
      kind: order.kind,
      person_ids: [...order.personIds],
      takes_effect_on: order.on,
      union_id: order.unionId,
      ends_also: [...order.endsAlso],
      recorded_by: author?.appointment?.id ?? null,
    })
    .execute()
  return id
}

/** An order, and the change that has carried it out, if there is one. */
export async function findMassOrder(
  tx: Tx,
  id: string,
): Promise<(MassOrder & { changeId: string | null }) | undefined> {
  const { rows } = await sql<MassOrder & { changeId: string | null }>`
    select o.kind, o.person_ids::text[] as "personIds", o.takes_effect_on as "on", o.union_id as "unionId", o.ends_also as "endsAlso",
      c.id as "changeId"
    from mass_orders o left join mass_changes c on c.tenant_id = o.tenant_id and c.order_id = o.id
    where o.tenant_id = ${tx.tenantId} and o.id = ${id}`.execute(tx)
  return rows[0]
}
