import { sql } from 'kysely'
import {
  undoOrganisations,
  upsertOrganisations,
  type RegisterOutcome,
  type RegisterRow,
} from '#server/modules/organisations/index.ts'
import type { UndonePeople } from '#server/modules/people/index.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { SealedOrganisation } from '../staging/prepare-organisation-row.ts'
import { selectRows } from '../staging/row-view.ts'
import { openCells } from '../staging/sealed-cells.ts'
import type { ImportHead } from '../store.ts'
import type { Committed } from './batch-store.ts'

interface OrganisationWork {
  imported: ImportHead
  author: Author
}

/** Hands the accepted rows of a register to the organisations module. */
export async function commitOrganisations(tx: Tx, work: OrganisationWork): Promise<Committed> {
  const outcome = await upsertRows(tx, work, await registerRows(tx, work.imported.id))
  return {
    personsAdded: outcome.createdIds.length,
    personsChanged: outcome.changedIds.length,
    transfersProposed: 0,
    leaversProposed: 0,
    taskIds: [],
  }
}

/** Takes a register import back. */
export async function undoOrganisationImport(
  tx: Tx,
  { imported, author }: OrganisationWork,
): Promise<UndonePeople> {
  const undone = await undoOrganisations(tx, author, imported.id)
  return {
    removed: undone.undoneIds.length,
    restored: 0,
    rowsLeft: await rowsOf(tx, imported.id, undone.leftIds),
  }
}

/**
 * What a commit would do with each row, by doing it and taking it back at once: a register row may make a union, an employer and a
 * coverage, and only the register itself knows which of them it has.
 */
export async function compareOrganisations(tx: Tx, imported: ImportHead): Promise<void> {
  const rows = await registerRows(tx, imported.id)
  await sql`savepoint comparing`.execute(tx)
  const outcome = await upsertRows(tx, { imported, author: null }, rows)
  const buckets = await bucketsOf(tx, rows, outcome)
  await sql`rollback to savepoint comparing`.execute(tx)
  await sql`
    update import_rows r set bucket = b.bucket
    from unnest(${buckets.map((each) => each.rowId)}::int[], ${buckets.map((each) => each.bucket)}::text[]) as b (row_id, bucket)
    where r.tenant_id = ${tx.tenantId} and r.import_id = ${imported.id} and r.row_id = b.row_id`.execute(tx)
}

type ImportedRow = RegisterRow & { rowId: number }

async function registerRows(tx: Tx, importId: string): Promise<ImportedRow[]> {
  const rows = await selectRows(tx, importId, {
    where: sql`r.decision is distinct from 'left_out' and (r.outcome = 'accepted' or r.decision = 'confirmed')`,
    limit: 250_000,
  })
  return rows.flatMap((row) => {
    const { values } = openCells<SealedOrganisation>(tx.keys, tx.tenantId, row.sealed!)
    return values.name === null
      ? []
      : [{ ...values, name: values.name, row: row.sheet_row, rowId: row.row_id }]
  })
}

function upsertRows(
  tx: Tx,
  { imported, author }: OrganisationWork,
  rows: readonly RegisterRow[],
): Promise<RegisterOutcome> {
  return upsertOrganisations(tx, author, rows, {
    rootId: imported.organisationId,
    importId: imported.id,
    asOf: imported.asOf,
  })
}

interface Known {
  id: string
  name: string
  uscc: string | null
}

async function bucketsOf(
  tx: Tx,
  rows: readonly ImportedRow[],
  { createdIds, changedIds }: RegisterOutcome,
): Promise<{ rowId: number; bucket: string }[]> {
  const { rows: known } = await sql<Known>`
    select organisation_id as id, name, uscc from organisation_profiles
    where tenant_id = ${tx.tenantId} and superseded_at is null and organisation_id = any(${[...createdIds, ...changedIds]}::uuid[])`.execute(
    tx,
  )
  const byKey = new Map<string, string[]>()
  for (const { id, name, uscc } of known)
    for (const key of [name, uscc]) if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), id])
  const created = new Set(createdIds)
  return rows.map((row) => {
    const ids = [row.name, row.uscc, row.union_name, row.union_uscc].flatMap((key) =>
      key === null ? [] : (byKey.get(key) ?? []),
    )
    const bucket = ids.some((id) => created.has(id)) ? 'new' : ids.length > 0 ? 'changed' : 'same'
    return { rowId: row.rowId, bucket }
  })
}

/** Rows of the sheet that speak of these organisations. */
async function rowsOf(tx: Tx, importId: string, organisationIds: readonly string[]): Promise<number[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<{ row_id: number }>`
    select r.row_id from import_rows r where r.tenant_id = ${tx.tenantId} and r.import_id = ${importId}
      and r.name in (select p.name from organisation_profiles p where p.tenant_id = r.tenant_id
        and p.organisation_id = any(${organisationIds}::uuid[])) order by r.row_id`.execute(tx)
  return rows.map((row) => row.row_id)
}
