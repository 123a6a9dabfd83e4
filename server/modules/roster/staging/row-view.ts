import { sql, type RawBuilder } from 'kysely'
import type { ImportRow } from '#contract/roster.ts'
import { maskDocument, maskMobile } from '#server/modules/people/index.ts'
import { openText, unwrapKey, type MasterKeys } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { cellText } from '../rules/cells.ts'
import type { HeaderColumn } from '../rules/header-finder.ts'
import type { ImportSummary } from '../rules/import-summary.ts'
import { reasonText, type Reason } from '../rules/reasons.ts'
import { knownReasons, otherNameText } from './known-reasons.ts'
import type { SealedOrganisation } from './prepare-organisation-row.ts'
import { openCells, type SealedCells } from './sealed-cells.ts'

/** A row of `import_rows` with the names of its organisations, as it is read. */
export interface StoredRow {
  row_id: number
  sheet: string
  sheet_row: number
  outcome: ImportRow['outcome']
  codes: string[]
  normalisations: string[]
  warnings: string[]
  bucket: ImportRow['bucket']
  known: string[]
  decision: ImportRow['decision']
  sealed: Buffer | null
  person_id: string | null
  existing_person_id: string | null
  name: string | null
  sex: string | null
  birth_date: string | null
  ethnic_group: string | null
  political_affiliation: string | null
  education_level: string | null
  document_cipher: Buffer | null
  document_hash: Buffer | null
  mobile_cipher: Buffer | null
  card_cipher: Buffer | null
  wrapped_key: Buffer | null
  master_key_id: number | null
  union_id: string | null
  union_name: string | null
  employer_id: string | null
  employer_name: string | null
  employer_uscc: string | null
  joined_on: string | null
  joined_precision: 'day' | 'month' | 'year' | null
  union_group: string | null
  job: string | null
  changes: { field: string; old: string | null; new: string | null }[] | null
}

/** Rows of an import with the names of union and employer today. */
export async function selectRows(
  tx: Tx,
  importId: string,
  chosen: { where: RawBuilder<unknown>; limit: number },
): Promise<StoredRow[]> {
  const nameOf = (
    column: string,
    field: string,
  ) => sql`(select p.${sql.ref(field)} from organisation_profiles p
    where p.tenant_id = r.tenant_id and p.organisation_id = ${sql.ref(`r.${column}`)} and p.superseded_at is null
      and p.starts_on <= app_today() order by p.starts_on desc limit 1)`
  const { rows } = await sql<StoredRow>`
    select r.row_id, r.sheet, r.sheet_row, r.outcome, r.codes, r.normalisations, r.warnings, r.bucket, r.known, r.decision, r.sealed,
      r.person_id, r.existing_person_id, r.name, r.sex, r.birth_date, r.ethnic_group, r.political_affiliation, r.education_level, r.document_cipher,
      r.document_hash, r.mobile_cipher, r.card_cipher, r.wrapped_key, r.master_key_id, r.union_id, r.employer_id, r.joined_on,
      r.joined_precision, r.union_group, r.job, r.changes, ${nameOf('union_id', 'name')} as union_name,
      ${nameOf('employer_id', 'name')} as employer_name, ${nameOf('employer_id', 'uscc')} as employer_uscc
    from import_rows r
    where r.tenant_id = ${tx.tenantId} and r.import_id = ${importId} and ${chosen.where}
    order by r.row_id limit ${chosen.limit}`.execute(tx)
  return rows
}

/** The row as the officer sees it. Cells as written come only with rows that wait for mending. */
export function rowView(
  tx: Tx,
  row: StoredRow,
  imported: { summary: ImportSummary | null; kind: string },
): Omit<ImportRow, 'changes'> {
  const kept = row.sealed === null ? null : openCells(tx.keys, tx.tenantId, row.sealed)
  const reasons = [...(kept?.reasons ?? []), ...knownReasons(row.known)]
  const waits = row.bucket === 'review' || row.bucket === 'rejected' || row.bucket === 'left_out'
  return {
    rowId: row.row_id,
    sheet: row.sheet,
    row: row.sheet_row,
    bucket: row.bucket,
    outcome: row.outcome,
    codes: row.codes,
    normalisations: row.normalisations,
    warnings: row.warnings,
    reasons: reasonViews(reasons, row.known),
    decision: row.decision,
    confirmable: isConfirmable(row, reasons),
    values: imported.kind === 'roster' ? valuesOf(tx.keys, row) : organisationValues(tx, row),
    cells: waits ? cellsOf(tx.keys, { row, kept, columns: columnsOf(imported.summary, row.sheet) }) : [],
  }
}

function reasonViews(reasons: readonly Reason[], known: readonly string[]): ImportRow['reasons'] {
  const views = reasons.map((reason) => ({
    code: reason.code,
    field: reason.field,
    zh: reasonText(reason, 'zh'),
    en: reasonText(reason, 'en'),
  }))
  return known.some((key) => key.startsWith('known.')) ? [...views, otherNameText] : views
}

/** Reasons that leave open where the person belongs: somebody must say so, taking the row as it is would not. */
const undecided = new Set(['X22.employer_unknown', 'X22.code_unknown', 'U01.employer', 'X23.union_code'])

/** Whether everything is known that a commit needs. */
export function isConfirmable(
  row: Pick<StoredRow, 'outcome' | 'person_id' | 'union_id' | 'bucket'>,
  reasons: readonly Reason[],
): boolean {
  return (
    row.outcome !== 'rejected' &&
    row.person_id !== null &&
    row.union_id !== null &&
    !reasons.some((reason) => undecided.has(reason.key))
  )
}

/** The hidden numbers of a row in clear, for masks and for the report. */
export function hiddenOf(
  keys: MasterKeys,
  row: StoredRow,
): { number: string | null; mobile: string | null; card: string | null } {
  if (row.wrapped_key === null || row.master_key_id === null)
    return { number: null, mobile: null, card: null }
  const key = unwrapKey(keys, row.wrapped_key, row.master_key_id)
  const opened = (cipher: Buffer | null) => {
    if (cipher === null) return null
    try {
      return openText(key, cipher)
    } catch {
      // After a commit, what changed of a known person stands under that person's own key.
      return null
    }
  }
  return {
    number: opened(row.document_cipher),
    mobile: opened(row.mobile_cipher),
    card: opened(row.card_cipher),
  }
}

function valuesOf(keys: MasterKeys, row: StoredRow): ImportRow['values'] {
  const hidden = hiddenOf(keys, row)
  return {
    full_name: row.name,
    id_number: hidden.number === null ? null : maskDocument(hidden.number),
    mobile: hidden.mobile === null ? null : maskMobile(hidden.mobile),
    sex: row.sex,
    birth_date: row.birth_date,
    ethnic_group: row.ethnic_group,
    political_affiliation: row.political_affiliation,
    education_level: row.education_level,
    employer_name: row.employer_name,
    union_name: row.union_name,
    union_group: row.union_group,
    job: row.job,
    join_date: joinedText(row),
  }
}

const organisationFields = [
  'name',
  'uscc',
  'level',
  'union_name',
  'parent_name',
  'employees',
  'members',
  'chair_name',
] as const

function organisationValues(tx: Tx, row: StoredRow): ImportRow['values'] {
  const { values } = openCells<SealedOrganisation>(tx.keys, tx.tenantId, row.sealed!)
  return Object.fromEntries(
    organisationFields.map((field) => [field, values[field] === null ? null : String(values[field])]),
  )
}

/** A joining date as precisely as it is known. */
export function joinedText(row: Pick<StoredRow, 'joined_on' | 'joined_precision'>): string | null {
  if (row.joined_on === null) return null
  return row.joined_on.slice(
    0,
    row.joined_precision === 'year' ? 4 : row.joined_precision === 'month' ? 7 : 10,
  )
}

/** The header of the sheet a row stands in. */
export function columnsOf(summary: ImportSummary | null, sheet: string): HeaderColumn[] {
  return summary?.sheets.find((each) => each.name === sheet)?.header?.columns ?? []
}

function cellsOf(
  keys: MasterKeys,
  { row, kept, columns }: { row: StoredRow; kept: SealedCells | null; columns: readonly HeaderColumn[] },
): ImportRow['cells'] {
  const known = columns.filter(
    (column): column is HeaderColumn & { field: string } => column.field !== null && column.field !== 'index',
  )
  const first = [...new Map(known.toReversed().map((column) => [column.field, column])).values()].toReversed()
  const written = kept === null ? writtenValues(keys, row) : null
  return first.map((column) => ({
    field: column.field,
    header: column.header,
    text: written === null ? cellText(kept!.raw, column.column) : (written[column.field] ?? ''),
  }))
}

/** Of a row that waits only because of other rows, the cells are what was read from them. */
export function writtenValues(keys: MasterKeys, row: StoredRow): Record<string, string | null> {
  const hidden = hiddenOf(keys, row)
  return {
    full_name: row.name,
    id_number: hidden.number,
    mobile: hidden.mobile,
    ethnic_group: row.ethnic_group,
    political_affiliation: row.political_affiliation,
    education_level: row.education_level,
    employer_name: row.employer_name,
    employer_uscc: row.employer_uscc,
    union_name: row.union_name,
    union_group: row.union_group,
    job: row.job,
    join_date: joinedText(row),
    service_card_no: hidden.card,
  }
}
