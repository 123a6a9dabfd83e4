import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { CellKind } from '#server/platform/workbook/index.ts'
import { rosterRegister } from '../queries/register.ts'
import { withCell, type RawRow } from '../rules/cells.ts'
import { FIELD_LABELS } from '../rules/field-labels.ts'
import type { HeaderColumn } from '../rules/header-finder.ts'
import { buildRegister } from '../rules/register.ts'
import { rosterColumns } from '../rules/roster-columns.ts'
import { rosterRowJudge } from '../rules/roster-row.ts'
import type { ImportHead } from '../store.ts'
import { rosterPreparer } from './prepare-roster-row.ts'
import type { PreparedRow } from './prepared-row.ts'
import { columnsOf, writtenValues, type StoredRow } from './row-view.ts'
import { openCells } from './sealed-cells.ts'

/** A mended row, and what other rows of the file still say against it. */
export interface RejudgedRow {
  row: PreparedRow
  known: string[]
}

/** Judges one row with some cells as an officer typed them: by the same rules, against the register of now. */
export async function rejudgeRow(
  tx: Tx,
  imported: ImportHead,
  { row, cells }: { row: StoredRow; cells: Record<string, string> },
): Promise<RejudgedRow> {
  if (imported.kind !== 'roster') return refuse('roster.mend_in_file')
  const columns = withMissing(columnsOf(imported.summary, row.sheet), Object.keys(cells))
  const raw = withCells(rawOf(tx, row, columns), columns, cells)
  const register = buildRegister(await rosterRegister(tx, imported.organisationId))
  const judge = rosterRowJudge(rosterColumns(columns), { register, asOf: imported.asOf, epoch: 1900 })
  const judged = { ...judge(raw).row, sheet: row.sheet, row: row.sheet_row, index: row.row_id }
  const prepared = rosterPreparer(tx.keys, tx.tenantId)(judged, raw)
  const twin = await twinOf(tx, imported.id, prepared)
  if (twin === null) return { row: prepared, known: [] }
  const outcome = prepared.outcome === 'accepted' ? 'review' : prepared.outcome
  const codes = [...new Set([...prepared.codes, 'X20'])].sort()
  return { row: { ...prepared, outcome, codes }, known: [twin] }
}

/** An officer may fill a field that the sheet has no column for. */
function withMissing(columns: readonly HeaderColumn[], fields: readonly string[]): HeaderColumn[] {
  const known = new Set(columns.map((column) => column.field))
  const width = Math.max(0, ...columns.map((column) => column.column + 1))
  const missing = fields.filter((field) => !known.has(field) && Object.hasOwn(FIELD_LABELS, field))
  return [
    ...columns,
    ...missing.map((field, at) => ({
      column: width + at,
      header: FIELD_LABELS[field]!.zh,
      key: field,
      field,
    })),
  ]
}

function rawOf(tx: Tx, row: StoredRow, columns: readonly HeaderColumn[]): RawRow {
  if (row.sealed !== null) return openCells(tx.keys, tx.tenantId, row.sealed).raw
  const written = writtenValues(tx.keys, row)
  const empty: RawRow = {
    number: row.sheet_row,
    hidden: false,
    width: 0,
    values: [],
    kinds: [],
    flags: [],
    merged: false,
  }
  return columns.reduce((raw, { field, column }) => {
    const text = field === null ? null : (written[field] ?? null)
    return text === null ? raw : withCell(raw, column, text)
  }, empty)
}

// What was hidden or struck through has been looked at once an officer mends the row.
function withCells(raw: RawRow, columns: readonly HeaderColumn[], cells: Record<string, string>): RawRow {
  const mended = Object.entries(cells).reduce((row, [field, text]) => {
    const column = columns.find((each) => each.field === field)?.column
    return column === undefined ? row : withCell(row, column, text.trim() === '' ? null : text)
  }, raw)
  return { ...mended, hidden: false, kinds: Array.from(mended.kinds, (kind) => kind || CellKind.empty) }
}

/** Another row of the file with the same number that is still in the running, as the reason it gives. */
async function twinOf(tx: Tx, importId: string, row: PreparedRow): Promise<string | null> {
  if (row.document_hash === null) return null
  const { rows } = await sql<{ name: string | null }>`
    select name from import_rows where tenant_id = ${tx.tenantId} and import_id = ${importId} and row_id <> ${row.row_id}
      and document_hash = ${Buffer.from(row.document_hash)} and bucket not in ('rejected', 'left_out') limit 1`.execute(
    tx,
  )
  const twin = rows[0]
  if (twin === undefined) return null
  return twin.name === row.name ? 'X20.repeated id_number' : 'X20.two_names full_name'
}
