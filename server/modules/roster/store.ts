import { sql } from 'kysely'
import type { ImportCounts, ImportState } from '#contract/roster.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { ImportSummary } from './rules/import-summary.ts'
import type { PreparedRow } from './staging/prepared-row.ts'
import { preparedColumns } from './staging/prepared-row.ts'

/** What a new import is: who brings which file, for which organisation. */
export interface NewImport {
  id: string
  kind: 'roster' | 'organisations'
  mode: 'delta' | 'full'
  organisationId: string
  file: { sha256: string; name: string; bytes: number }
  asOf: string
  createdBy: string
  createdByAccount: string
}

/** An import as commands need it. */
export interface ImportHead {
  id: string
  kind: 'roster' | 'organisations'
  mode: 'delta' | 'full'
  organisationId: string
  fileSha256: string
  fileName: string
  asOf: string
  state: ImportState
  jobId: string | null
  summary: ImportSummary | null
  counts: ImportCounts | null
  createdBy: string
  createdByAccount: string
}

/** Opens an import; the work on it is done by its job. */
export async function insertImport(tx: Tx, made: NewImport): Promise<void> {
  await tx
    .insertInto('imports')
    .values({
      tenant_id: tx.tenantId,
      id: made.id,
      kind: made.kind,
      mode: made.mode,
      organisation_id: made.organisationId,
      file_sha256: made.file.sha256,
      file_name: made.file.name,
      file_bytes: made.file.bytes,
      as_of: made.asOf,
      state: 'judging',
      created_by: made.createdBy,
      created_by_account: made.createdByAccount,
    })
    .execute()
}

const headColumns = [
  'id',
  'kind',
  'mode',
  'organisation_id as organisationId',
  'file_sha256 as fileSha256',
  'file_name as fileName',
  'as_of as asOf',
  'state',
  'job_id as jobId',
  'summary',
  'counts',
  'created_by as createdBy',
  'created_by_account as createdByAccount',
] as const

/** The import, locked: whoever changes it waits in line; null when it is not there. */
export async function lockImport(tx: Tx, importId: string): Promise<ImportHead | null> {
  const row = await imports(tx, importId).forUpdate().executeTakeFirst()
  return (row as ImportHead | undefined) ?? null
}

/** The import as it stands; null when it is not there. */
export async function findImport(tx: Tx, importId: string): Promise<ImportHead | null> {
  return ((await imports(tx, importId).executeTakeFirst()) as ImportHead | undefined) ?? null
}

function imports(tx: Tx, importId: string) {
  return tx
    .selectFrom('imports')
    .select(headColumns)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', importId)
}

/** Moves an import on; `jobId` is the job that works on it. */
export async function setImportState(
  tx: Tx,
  importId: string,
  to: { state: ImportState; jobId?: string },
): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ state: to.state, ...(to.jobId === undefined ? {} : { job_id: to.jobId }) })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', importId)
    .execute()
}

/** The file is refused as a whole. */
export async function refuseImport(
  tx: Tx,
  importId: string,
  refusal: { code: string; key: string; whyZh: string },
): Promise<void> {
  await tx
    .updateTable('imports')
    .set({
      state: 'refused',
      refusal_code: refusal.code,
      refusal_key: refusal.key,
      refusal_why: refusal.whyZh,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', importId)
    .execute()
}

/** The dry run has ended: what the file is, and how many rows of each kind. */
export async function finishDryRun(
  tx: Tx,
  importId: string,
  found: { summary: ImportSummary; counts: ImportCounts },
): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ state: 'ready', summary: JSON.stringify(found.summary), counts: JSON.stringify(found.counts) })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', importId)
    .execute()
}

/** Counts after an officer has mended rows, or after rows were compared once more. */
export async function saveCounts(tx: Tx, importId: string, counts: ImportCounts): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ counts: JSON.stringify(counts) })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', importId)
    .execute()
}

/** Throws away what an earlier dry run of the same import wrote. */
export async function clearRows(tx: Tx, importId: string): Promise<void> {
  for (const table of ['import_rows', 'import_leavers'] as const)
    await tx
      .deleteFrom(table)
      .where('tenant_id', '=', tx.tenantId)
      .where('import_id', '=', importId)
      .execute()
}

/** How many rows there are in each bucket. */
export async function countBuckets(tx: Tx, importId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ bucket: string; rows: number }>`
    select bucket, count(*)::int as rows from import_rows where tenant_id = ${tx.tenantId} and import_id = ${importId} group by bucket`.execute(
    tx,
  )
  return Object.fromEntries(rows.map((row) => [row.bucket, row.rows]))
}

/** Members of the union whom no row of the file names. Returns how many. */
export async function insertLeavers(
  tx: Tx,
  imported: { id: string; organisationId: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into import_leavers (tenant_id, import_id, person_id, membership_id)
    select i.tenant_id, ${imported.id}::uuid, i.person_id, i.membership_id from member_index i
    where i.tenant_id = ${tx.tenantId} and i.union_id = ${imported.organisationId}
      and not exists (select from import_rows r where r.tenant_id = i.tenant_id and r.import_id = ${imported.id}
        and r.existing_person_id = i.person_id)`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Writes what an officer has mended over a row, with the reasons other rows of the file add to it. */
export async function rewriteRow(
  tx: Tx,
  importId: string,
  written: { row: PreparedRow; known: readonly string[]; fixedBy: string },
): Promise<void> {
  const { row, known, fixedBy } = written
  const values = Object.fromEntries(
    preparedColumns.map(([name]) => {
      const value = row[name]
      return [name, value instanceof Uint8Array ? Buffer.from(value) : value]
    }),
  )
  await tx
    .updateTable('import_rows')
    .set({
      ...(values as object),
      name_tokens: sql<
        number[]
      >`${row.name_tokens === null ? null : `{${row.name_tokens.join(',')}}`}::bigint[]`,
      known: [...known],
      decision: null,
      fixed_by: fixedBy,
      fixed_at: sql<Date>`now()`,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('import_id', '=', importId)
    .where('row_id', '=', row.row_id)
    .execute()
}

/** What an officer decided about a row; null opens it again. */
export async function decideRow(
  tx: Tx,
  importId: string,
  decided: { rowId: number; decision: 'confirmed' | 'left_out' | null; by: string },
): Promise<void> {
  await tx
    .updateTable('import_rows')
    .set({ decision: decided.decision, fixed_by: decided.by, fixed_at: sql<Date>`now()` })
    .where('tenant_id', '=', tx.tenantId)
    .where('import_id', '=', importId)
    .where('row_id', '=', decided.rowId)
    .execute()
}

/** Remembers what columns of this sender's sheets mean. */
export async function rememberColumns(
  tx: Tx,
  sender: { organisationId: string; kind: string; chosenBy: string },
  columns: readonly { key: string; field: string | null }[],
): Promise<void> {
  await tx
    .insertInto('import_column_choices')
    .values(
      columns.map(({ key, field }) => ({
        tenant_id: tx.tenantId,
        organisation_id: sender.organisationId,
        kind: sender.kind,
        header_key: key,
        field,
        chosen_by: sender.chosenBy,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'organisation_id', 'kind', 'header_key']).doUpdateSet({
        field: (eb) => eb.ref('excluded.field'),
        chosen_by: (eb) => eb.ref('excluded.chosen_by'),
        chosen_at: sql<Date>`now()`,
      }),
    )
    .execute()
}

/** What columns of this sender's sheets were said to mean. */
export async function rememberedColumns(
  tx: Tx,
  sender: { organisationId: string; kind: string },
): Promise<[string, string | null][]> {
  const rows = await tx
    .selectFrom('import_column_choices')
    .select(['header_key', 'field'])
    .where('tenant_id', '=', tx.tenantId)
    .where('organisation_id', '=', sender.organisationId)
    .where('kind', '=', sender.kind)
    .execute()
  return rows.map((row) => [row.header_key, row.field])
}

/** Why a file was refused as a whole. */
export async function findRefusal(tx: Tx, importId: string): Promise<{ code: string; whyZh: string }> {
  const row = await tx
    .selectFrom('imports')
    .select(['refusal_code', 'refusal_why'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()
  return { code: row.refusal_code ?? '', whyZh: row.refusal_why ?? '' }
}
