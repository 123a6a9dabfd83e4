import type { ImportRow } from '#contract/roster.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { ImportSummary } from '../rules/import-summary.ts'
import { changeViews } from './change-views.ts'
import { rowView, type StoredRow } from './row-view.ts'

/** Rows as the officer sees them, with what differs from what is known. */
export async function rowViews(
  tx: Tx,
  rows: readonly StoredRow[],
  imported: { summary: ImportSummary | null; kind: string },
): Promise<ImportRow[]> {
  const changes = await changeViews(tx, rows)
  return rows.map((row) => ({ ...rowView(tx, row, imported), changes: changes.get(row.row_id) ?? [] }))
}
