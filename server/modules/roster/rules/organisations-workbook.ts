import type { Workbook } from '#server/platform/workbook/index.ts'
import { copyRow, type RawRow } from './cells.ts'
import type { Header } from './header-finder.ts'
import { fileNotes, type ImportSummary } from './import-summary.ts'
import { organisationColumns } from './organisation-columns.ts'
import { judgeRepeatedOrganisations } from './organisation-duplicates.ts'
import { ORGANISATION_VOCABULARY } from './organisation-headers.ts'
import { judgeParents } from './organisation-parents.ts'
import {
  finishOrganisation,
  isStruck,
  organisationRowJudge,
  type JudgedOrganisationRow,
  type OrganisationDraft,
} from './organisation-row.ts'
import { walkSheet, type SheetResult } from './sheet-walk.ts'
import { headerLookup } from './vocabulary.ts'

export type { JudgedOrganisationRow, OrganisationValues } from './organisation-row.ts'

export interface OrganisationsImport {
  /** "Today", 'YYYY-MM-DD'. */
  asOf: string
  /** What an officer said columns mean: header key → field, or null for "not imported". */
  mapping?: ReadonlyMap<string, string | null>
  /** Receives every data row in order once the whole file is read, since parents may stand anywhere in it. */
  onRow: (judged: JudgedOrganisationRow, raw: RawRow) => void
}

export interface OrganisationsSummary extends ImportSummary {
  kind: 'organisations'
}

/** Judges every data row of an organisation register. Throws `WorkbookRefusal` for a file refused as a whole. */
export async function judgeOrganisationsWorkbook(
  workbook: Workbook,
  plan: OrganisationsImport,
): Promise<OrganisationsSummary> {
  const context = { asOf: plan.asOf, epoch: workbook.epoch }
  const lookup = headerLookup(ORGANISATION_VOCABULARY, plan.mapping ?? new Map())
  const kept: { draft: OrganisationDraft; raw: RawRow; sheet: string }[] = []
  const traits = { hidden: 0, struck: 0 }
  const sheets: SheetResult[] = []

  const judge = (sheet: string) => (header: Header) => {
    const columns = organisationColumns(header.columns)
    const judgeRow = organisationRowJudge(columns, context)
    return (raw: RawRow) => {
      if (raw.hidden) traits.hidden++
      if (isStruck(raw, columns)) traits.struck++
      kept.push({ draft: judgeRow(raw), raw: copyRow(raw), sheet })
    }
  }
  for (const sheet of workbook.sheets)
    sheets.push(await walkSheet(sheet, { lookup, judge, rowsBefore: kept.length }))

  const drafts = kept.map((one) => one.draft)
  judgeParents(drafts)
  judgeRepeatedOrganisations(drafts)
  const counts = { accepted: 0, review: 0, rejected: 0 }
  for (const [index, { draft, raw, sheet }] of kept.entries()) {
    const judged = finishOrganisation(draft, { sheet, index })
    counts[judged.outcome]++
    plan.onRow(judged, raw)
  }
  return {
    kind: 'organisations',
    asOf: plan.asOf,
    sheets,
    fileNotes: fileNotes(sheets, traits),
    dataRows: kept.length,
    counts,
  }
}
