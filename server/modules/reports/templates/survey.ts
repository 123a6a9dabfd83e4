import type { TemplateSheet } from '#contract/reports-templates.ts'
import { CellFlag, openWorkbook, sizesOfSheets, WorkbookRefusal } from '#server/platform/workbook/index.ts'

const mostRows = 500
const mostColumns = 60

/** The sheets of a workbook that can be seen: size, texts and formulas. Throws `WorkbookRefusal` for what is no sound workbook. */
export async function surveyOf(bytes: Uint8Array): Promise<TemplateSheet[]> {
  const book = await openWorkbook(bytes)
  try {
    if (book.type !== 'xlsx') throw new WorkbookRefusal('not_a_workbook')
    const sizes = await sizesOfSheets(bytes)
    const sheets: TemplateSheet[] = []
    for (const sheet of book.sheets.filter(({ state }) => state === 'visible')) {
      const seen: TemplateSheet = {
        name: sheet.name,
        lastRow: sizes.get(sheet.name)?.rows ?? 0,
        lastColumn: sizes.get(sheet.name)?.columns ?? 0,
        rows: [],
        formulas: [],
      }
      await sheet.rows((row) => {
        seen.lastRow = Math.max(seen.lastRow, row.number)
        seen.lastColumn = Math.max(seen.lastColumn, row.width)
        for (let column = 0; column < row.width; column++)
          if (((row.flags[column] ?? 0) & CellFlag.formula) !== 0)
            seen.formulas.push(`${lettersOf(column + 1)}${row.number}`)
        if (seen.rows.length < mostRows)
          seen.rows.push({
            row: row.number,
            texts: row.values.slice(0, Math.min(row.width, mostColumns)).map((value) => String(value ?? '')),
          })
      })
      sheets.push(seen)
    }
    return sheets
  } finally {
    book.close()
  }
}

/** The letters of a column, 1 being A. */
export function lettersOf(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}
