import {
  CellFlag,
  CellKind,
  type CellValue,
  type Merge,
  type SheetState,
  type Workbook,
} from '#server/platform/workbook/index.ts'

/** A cell of a made sheet: a plain value is what a typist leaves; the rest says what the file says of it. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | { date: string }
  | { formula: string | number | boolean | null }
  | { error: string }
  | { noResult: true }
  | { struck: string }

export interface MadeSheet {
  name?: string
  state?: SheetState
  /** From the first row on; `null` leaves the row out of the file. */
  rows: (MadeCell[] | null)[]
  merges?: Merge[]
  /** 1-based. */
  hiddenRows?: number[]
  hiddenColumns?: number[]
  comments?: number
}

/** A workbook in memory that behaves like the reader's: one row object, its arrays reused. */
export function madeWorkbook(sheets: MadeSheet[], epoch: 1900 | 1904 = 1900): Workbook {
  const book = { type: 'xlsx' as const, epoch, close() {}, sheets: sheets.map(madeSheet) }
  return book
}

/** A merged range of whole columns: rows 1-based, columns 0-based. */
export function merge(top: number, left: number, bottom: number, right = left): Merge {
  return { top, left, bottom, right }
}

function madeSheet(sheet: MadeSheet, at: number) {
  const name = sheet.name ?? `Sheet${at + 1}`
  const state = sheet.state ?? 'visible'
  const { merges = [], hiddenColumns = [], comments: commentCount = 0 } = sheet
  return {
    name,
    state,
    survey: async () => ({ name, state, merges, hiddenColumns, commentCount, columnWidths: [] }),
    async rows(sink: (row: never) => void) {
      const row = {
        number: 0,
        hidden: false,
        width: 0,
        values: [] as CellValue[],
        kinds: new Uint8Array(64),
        flags: new Uint8Array(64),
      }
      for (const [index, cells] of sheet.rows.entries()) {
        if (cells === null) continue
        row.number = index + 1
        row.hidden = sheet.hiddenRows?.includes(row.number) ?? false
        row.width = cells.length
        for (const [column, cell] of cells.entries()) write(row, column, cell)
        sink(row as never)
        // What stood here before must not be read any more.
        row.values.fill('stale')
        row.kinds.fill(CellKind.error)
        row.flags.fill(CellFlag.strike)
      }
    },
  }
}

function write(
  row: { values: CellValue[]; kinds: Uint8Array; flags: Uint8Array },
  column: number,
  cell: MadeCell,
): void {
  const set = (value: CellValue, kind: number, flags: number) => {
    row.values[column] = value
    row.kinds[column] = kind
    row.flags[column] = flags
  }
  if (cell === null) set(null, CellKind.empty, 0)
  else if (typeof cell !== 'object') set(cell, kindOf(cell), 0)
  else if ('date' in cell) set(cell.date, CellKind.date, 0)
  else if ('formula' in cell) set(cell.formula, kindOf(cell.formula), CellFlag.formula)
  else if ('error' in cell) set(cell.error, CellKind.error, CellFlag.formula)
  else if ('noResult' in cell) set(null, CellKind.empty, CellFlag.formula | CellFlag.noCachedValue)
  else set(cell.struck, CellKind.text, CellFlag.strike)
}

function kindOf(value: CellValue): number {
  if (value === null) return CellKind.empty
  if (typeof value === 'string') return CellKind.text
  return typeof value === 'number' ? CellKind.number : CellKind.boolean
}
