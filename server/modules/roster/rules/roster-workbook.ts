import type { Workbook } from '#server/platform/workbook/index.ts'
import type { RawRow } from './cells.ts'
import type { Header } from './header-finder.ts'
import { fileNotes, type ImportSummary } from './import-summary.ts'
import type { Amendment, JudgedRosterRow } from './judged-row.ts'
import { DuplicateFinder, type DuplicateCandidate } from './roster-duplicates.ts'
import { reasonCodes } from './reasons.ts'
import { rosterColumns } from './roster-columns.ts'
import { ROSTER_VOCABULARY } from './roster-headers.ts'
import { rosterRowJudge, isStruckThrough, type RosterContext } from './roster-row.ts'
import type { RegisterLookup } from './register.ts'
import { walkSheet, type SheetResult } from './sheet-walk.ts'
import { headerLookup } from './vocabulary.ts'

export interface RosterImport {
  register: RegisterLookup
  /** "Today", 'YYYY-MM-DD'. */
  asOf: string
  /** What an officer said columns mean: header key → field, or null for "not imported". */
  mapping?: ReadonlyMap<string, string | null>
  /** Receives every data row in order as the sheets are scanned; `raw` is reused: keep it with `copyRow`. */
  onRow: (judged: JudgedRosterRow, raw: RawRow) => void
}

/** `counts` include the amendments. */
export interface RosterSummary extends ImportSummary {
  kind: 'roster'
  /** Rows that duplicates found later turn to review or warn about. */
  amendments: Amendment[]
}

/**
 * Judges every data row of a workbook by the import policy, one pass, bounded memory. Throws `WorkbookRefusal` for a
 * file that is refused as a whole; rows handed out before that count for nothing.
 */
export async function judgeRosterWorkbook(workbook: Workbook, plan: RosterImport): Promise<RosterSummary> {
  const context: RosterContext = { register: plan.register, asOf: plan.asOf, epoch: workbook.epoch }
  const lookup = headerLookup(ROSTER_VOCABULARY, plan.mapping ?? new Map())
  const duplicates = new DuplicateFinder()
  const counts = { accepted: 0, review: 0, rejected: 0 }
  const traits = { hidden: 0, struck: 0 }
  const sheets: SheetResult[] = []
  let dataRows = 0

  const judge = (sheet: string) => (header: Header) => {
    const columns = rosterColumns(header.columns)
    const judgeRow = rosterRowJudge(columns, context)
    return (raw: RawRow) => {
      const { row: judged, unionKey } = judgeRow(raw)
      judged.sheet = sheet
      judged.index = dataRows++
      counts[judged.outcome]++
      if (raw.hidden) traits.hidden++
      if (isStruckThrough(raw, columns)) traits.struck++
      if (judged.outcome !== 'rejected') duplicates.add(candidate(judged, unionKey))
      plan.onRow(judged, raw)
    }
  }
  for (const sheet of workbook.sheets)
    sheets.push(await walkSheet(sheet, { lookup, judge, rowsBefore: dataRows }))

  const amendments = duplicates.amendments()
  return {
    kind: 'roster',
    asOf: plan.asOf,
    sheets,
    fileNotes: fileNotes(sheets, traits),
    dataRows,
    counts: withAmendments(counts, amendments),
    amendments,
  }
}

/** The row as amended: what duplicates add turns an accepted row into one for review. */
export function amendRow(judged: JudgedRosterRow, amendment: Amendment): JudgedRosterRow {
  const reasons = [...judged.reasons, ...amendment.reasons]
  const outcome = judged.outcome === 'accepted' && reasons.length > 0 ? 'review' : judged.outcome
  return { ...judged, outcome, reasons, codes: reasonCodes(reasons), warnings: amendment.warnings }
}

function withAmendments(
  counts: ImportSummary['counts'],
  amendments: readonly Amendment[],
): ImportSummary['counts'] {
  const turned = amendments.filter((one) => one.before === 'accepted' && one.reasons.length > 0).length
  return { ...counts, accepted: counts.accepted - turned, review: counts.review + turned }
}

function candidate(judged: JudgedRosterRow, unionKey: string): DuplicateCandidate {
  const {
    full_name: name,
    id_number: number,
    mobile,
  } = judged.values as { full_name: string; id_number: string; mobile: string | null }
  return {
    index: judged.index,
    sheet: judged.sheet,
    row: judged.row,
    name,
    number,
    unionKey,
    mobile,
    outcome: judged.outcome,
  }
}
