import type { Readable } from 'node:stream'
import { writeSheetXlsx, type NewRow } from './sheet-writer.ts'
import type { CellValue, Merge, SheetHandle, SheetRow } from './types.ts'

/** Which rows go back to the sender. */
export interface ReturnedRows {
  /** Last row of the header; everything down to it is copied as it was sent. */
  headerEndsAt: number
  /** By row number, in any order: the reason, in the sender's language. */
  reasons: ReadonlyMap<number, string>
  /** Title of the column of reasons: '原因'. */
  reasonTitle: string
}

/**
 * The rows that could not be taken, as a workbook in the sender's own layout: titles, header, merges of the header and
 * column widths as sent, the returned rows with their raw values, and at the right one column with the reason.
 * A value that stood in a merged cell is written into each of its rows, since the rows around may be missing.
 * Reads the sheet twice: once for its shape, once while writing.
 */
export async function writeReturnedRows(sheet: SheetHandle, returned: ReturnedRows): Promise<Readable> {
  const reasonColumn = await widthOf(sheet, returned)
  const survey = await sheet.survey()
  const { headerEndsAt } = returned
  const rows = await collect(sheet, returned, { reasonColumn, merges: survey.merges })
  const widths = Array.from({ length: reasonColumn }, (_, column) => survey.columnWidths[column] ?? 12)
  return writeSheetXlsx(
    {
      name: sheet.name,
      columnWidths: [...widths, 40],
      headerRows: headerEndsAt,
      noteColumn: reasonColumn,
      merges: survey.merges.filter((merge) => merge.bottom <= headerEndsAt && merge.right < reasonColumn),
    },
    rows,
  )
}

function isKept(row: SheetRow, returned: ReturnedRows): boolean {
  return row.number <= returned.headerEndsAt || returned.reasons.has(row.number)
}

/** One more than the last column in use among the rows to be written. */
async function widthOf(sheet: SheetHandle, returned: ReturnedRows): Promise<number> {
  let width = 0
  await sheet.rows((row) => {
    if (isKept(row, returned)) width = Math.max(width, row.width)
  })
  return width
}

/** Only the returned rows are held; there are few of them, or the file as a whole was wrong. */
async function collect(
  sheet: SheetHandle,
  returned: ReturnedRows,
  shape: { reasonColumn: number; merges: Merge[] },
): Promise<NewRow[]> {
  const spread = new MergedValues(shape.merges.filter((merge) => merge.top > returned.headerEndsAt))
  const rows: NewRow[] = []
  await sheet.rows((row) => {
    spread.remember(row)
    if (!isKept(row, returned)) return
    // Rows that the file leaves out above the header still count, so that its merges stay where they were.
    const above = Math.min(row.number - 1, returned.headerEndsAt)
    while (rows.length < above) rows.push([])
    const cells: CellValue[] = Array.from({ length: shape.reasonColumn + 1 }, () => null)
    for (let column = 0; column < row.width; column++) cells[column] = row.values[column] ?? null
    if (row.number > returned.headerEndsAt) spread.fill(row.number, cells)
    const last = row.number === returned.headerEndsAt
    cells[shape.reasonColumn] = returned.reasons.get(row.number) ?? (last ? returned.reasonTitle : null)
    rows.push(cells)
  })
  return rows
}

/** Values of merged cells, kept from the first row of a range to its last. */
class MergedValues {
  private readonly waiting: Merge[]
  private readonly open: { merge: Merge; value: CellValue }[] = []
  private next = 0

  constructor(merges: Merge[]) {
    this.waiting = merges.toSorted((one, other) => one.top - other.top)
  }

  remember(row: SheetRow): void {
    for (; this.next < this.waiting.length; this.next++) {
      const merge = this.waiting[this.next] as Merge
      if (merge.top > row.number) break
      const value = merge.top === row.number ? (row.values[merge.left] ?? null) : null
      if (value !== null) this.open.push({ merge, value })
    }
  }

  fill(number: number, cells: CellValue[]): void {
    for (let at = this.open.length - 1; at >= 0; at--) {
      const { merge, value } = this.open[at] as { merge: Merge; value: CellValue }
      if (merge.bottom < number) this.open.splice(at, 1)
      else cells[merge.left] ??= value
    }
  }
}
