import { openWorkbook, WorkbookRefusal, type Workbook } from '#server/platform/workbook/index.ts'
import type { Amendment, JudgedRosterRow, RosterValues } from './rules/judged-row.ts'
import { NO_CODES } from './rules/judged-row.ts'
import { judgeOrganisationsWorkbook, type JudgedOrganisationRow } from './rules/organisations-workbook.ts'
import { reasonCodes } from './rules/reasons.ts'
import type { RegisterLookup } from './rules/register.ts'
import {
  buildReport,
  MOST_LISTED,
  refusedReport,
  type ImportReport,
  type RefusedReport,
} from './rules/report.ts'
import { reportedOrganisation, reportedRoster } from './rules/reported-fields.ts'
import { amendRow, judgeRosterWorkbook } from './rules/roster-workbook.ts'

export type ReportPlan =
  { kind: 'roster'; register: RegisterLookup; asOf: string } | { kind: 'organisations'; asOf: string }

/** Opens a file, judges it and returns the report; a file the policy turns away gives a refused report. Writes nothing. */
export async function reportForFile(path: string, plan: ReportPlan): Promise<ImportReport | RefusedReport> {
  try {
    const workbook = await openWorkbook(path)
    try {
      return await (plan.kind === 'roster'
        ? rosterReport(workbook, plan.register, plan.asOf)
        : organisationsReport(workbook, plan.asOf))
    } finally {
      workbook.close()
    }
  } catch (error) {
    if (error instanceof WorkbookRefusal) return refusedReport(error)
    throw error
  }
}

async function rosterReport(
  workbook: Workbook,
  register: RegisterLookup,
  asOf: string,
): Promise<ImportReport> {
  const kept = new Map<number, JudgedRosterRow>()
  const summary = await judgeRosterWorkbook(workbook, {
    register,
    asOf,
    onRow(judged) {
      // Clean rows of a large file are only counted.
      if (judged.index < MOST_LISTED || judged.outcome !== 'accepted' || judged.normalisations.length > 0)
        kept.set(judged.index, judged)
    },
  })
  for (const amendment of summary.amendments) {
    const judged = kept.get(amendment.index)
    if (judged) kept.set(amendment.index, amendRow(judged, amendment))
    else if (amendment.reasons.length > 0) kept.set(amendment.index, reviewOf(amendment))
  }
  const rows = [...kept.values()]
    .sort((a, b) => a.index - b.index)
    .map((judged) => ({ judged, fields: judged.outcome === 'accepted' ? reportedRoster(judged.values) : {} }))
  return buildReport('roster', summary, rows)
}

async function organisationsReport(workbook: Workbook, asOf: string): Promise<ImportReport> {
  const rows: { judged: JudgedOrganisationRow; fields: object }[] = []
  const onRow = (judged: JudgedOrganisationRow) =>
    rows.push({ judged, fields: reportedOrganisation(judged.values) })
  const summary = await judgeOrganisationsWorkbook(workbook, { asOf, onRow })
  return buildReport('organisations', summary, rows)
}

/** A clean row that was only counted and turned out to be a duplicate: the amendment says all that the report needs. */
function reviewOf(amendment: Amendment): JudgedRosterRow {
  const { index, sheet, row, reasons, warnings } = amendment
  const values = {} as RosterValues
  return {
    index,
    sheet,
    row,
    outcome: 'review',
    reasons,
    codes: reasonCodes(reasons),
    normalisations: NO_CODES,
    warnings,
    values,
  }
}
