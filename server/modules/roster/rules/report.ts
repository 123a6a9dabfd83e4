import type { WorkbookRefusal } from '#server/platform/workbook/index.ts'
import type { FileNote, ImportSummary } from './import-summary.ts'
import type { JudgedRow } from './judged-row.ts'
import { whyText } from './reasons.ts'
import type { SheetResult } from './sheet-walk.ts'

/** The report of an import as the policy's checker reads it. */
export interface ImportReport {
  kind: 'roster' | 'organisations'
  asOf: string
  sheets: { name: string; imported: boolean; code?: 'X17' | 'X18' }[]
  fileNotes: FileNote[]
  dataRows: number
  acceptedCount: number
  /** Above `MOST_LISTED` rows, accepted rows without marks are only counted. */
  acceptedListed: 'all' | 'normalised-only'
  accepted: object[]
  review: ReportedReason[]
  rejected: ReportedReason[]
  skipped: { sheet?: string; row: number; kind: string }[]
}

export interface ReportedReason {
  sheet?: string
  row: number
  codes: readonly string[]
  why_zh: string
}

/** The report of a file refused as a whole. */
export interface RefusedReport {
  outcome: 'refused'
  code: string
  why_zh: string
}

/** Files of more data rows than this list only the accepted rows that were changed. */
export const MOST_LISTED = 50_000

/** Builds the report from a finished import; `rows` are the judged rows, amended, in order. */
export function buildReport<Values>(
  kind: ImportReport['kind'],
  summary: ImportSummary,
  rows: Iterable<{ judged: JudgedRow<Values>; fields: object }>,
): ImportReport {
  const several = summary.sheets.filter((sheet) => sheet.imported).length > 1
  const at = (sheet: string, row: number) => (several ? { sheet, row } : { row })
  const listed = summary.dataRows > MOST_LISTED ? 'normalised-only' : 'all'
  const report: ImportReport = {
    kind,
    asOf: summary.asOf,
    sheets: summary.sheets.map(({ name, imported, code }) => ({ name, imported, ...(code ? { code } : {}) })),
    fileNotes: summary.fileNotes,
    dataRows: summary.dataRows,
    acceptedCount: summary.counts.accepted,
    acceptedListed: listed,
    accepted: [],
    review: [],
    rejected: [],
    skipped: summary.sheets.flatMap((sheet) =>
      skippedRows(sheet).map(({ row, kind }) => ({ ...at(sheet.name, row), kind })),
    ),
  }
  for (const { judged, fields } of rows) {
    const place = at(judged.sheet, judged.row)
    if (judged.outcome !== 'accepted')
      report[judged.outcome].push({ ...place, codes: judged.codes, why_zh: whyText(judged.reasons, 'zh') })
    else if (listed === 'all' || judged.normalisations.length > 0 || judged.warnings.length > 0)
      report.accepted.push({
        ...place,
        ...fields,
        normalisations: judged.normalisations,
        ...(judged.warnings.length > 0 ? { warnings: judged.warnings } : {}),
      })
  }
  return report
}

/** The report of a refusal. */
export function refusedReport(refusal: WorkbookRefusal): RefusedReport {
  return { outcome: 'refused', code: refusal.code, why_zh: refusal.whyZh }
}

/** A gap of a million blank rows is a gap, not a million entries. */
function skippedRows(sheet: SheetResult): { row: number; kind: string }[] {
  const rows: { row: number; kind: string }[] = []
  for (const { from, to, kind } of sheet.skipped)
    for (let row = from; row <= to && rows.length < MOST_SKIPPED; row++) rows.push({ row, kind })
  return rows
}

const MOST_SKIPPED = 250_000
