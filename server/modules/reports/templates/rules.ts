import type { TemplateCell, TemplateSheet } from '#contract/reports-templates.ts'
import { placeOfCell } from '#server/platform/workbook/index.ts'
import { lettersOf } from './survey.ts'

/** One cell that a figure goes into; with the name of column A where the row says whose figure it is. */
export interface Target {
  sheet: string
  cell: string
  measure: string
  organisationId: string | null
  rowName: string | null
}

/** Why an entry of a mapping does not fit the workbook: the code of a sentence, and the cell it is about. */
export interface Misfit {
  code:
    'reports.cell_outside' | 'reports.cell_has_formula' | 'reports.sheet_unknown' | 'reports.range_not_column'
  cell: string
}

/** The cells of a mapping in a workbook. A row of a range whose column A is empty is passed over. */
export function targetsOf(mapping: readonly TemplateCell[], sheets: readonly TemplateSheet[]): Target[] {
  return mapping.flatMap((entry): Target[] => {
    const sheet = sheets.find(({ name }) => name === entry.sheet)
    const own = {
      sheet: entry.sheet,
      measure: entry.measure,
      organisationId: entry.organisationId ?? null,
    }
    if (!entry.target.includes(':')) return [{ ...own, cell: entry.target, rowName: null }]
    const { column, first, last } = rangeOf(entry.target)!
    const names = new Map(sheet?.rows.map(({ row, texts }) => [row, texts[0]?.trim() ?? '']))
    return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((row) => {
      const rowName = names.get(row) ?? ''
      return rowName === '' ? [] : [{ ...own, cell: `${lettersOf(column)}${row}`, rowName }]
    })
  })
}

/** The first thing of a mapping that does not fit the workbook; null when all fits. */
export function misfitOf(mapping: readonly TemplateCell[], sheets: readonly TemplateSheet[]): Misfit | null {
  for (const entry of mapping) {
    const sheet = sheets.find(({ name }) => name === entry.sheet)
    if (sheet === undefined) return { code: 'reports.sheet_unknown', cell: entry.sheet }
    if (entry.target.includes(':') && rangeOf(entry.target) === null)
      return { code: 'reports.range_not_column', cell: entry.target }
    for (const cell of entry.target.split(':')) {
      const { column, row } = placeOfCell(cell)!
      if (row > sheet.lastRow || column > sheet.lastColumn) return { code: 'reports.cell_outside', cell }
    }
    const formula = targetsOf([entry], sheets).find(({ cell }) => sheet.formulas.includes(cell))
    if (formula !== undefined) return { code: 'reports.cell_has_formula', cell: formula.cell }
  }
  return null
}

/** A range within one column, from above to below; null for any other. */
function rangeOf(target: string): { column: number; first: number; last: number } | null {
  const [from, to] = target.split(':').map((cell) => placeOfCell(cell))
  if (!from || !to || from.column !== to.column || from.row > to.row) return null
  return { column: from.column, first: from.row, last: to.row }
}

/** A name as it is compared: without spaces, brackets of either width alike. */
export function comparable(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '')
}
