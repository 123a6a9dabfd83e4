/** What a cell holds, one byte per cell in `SheetRow.kinds`. */
export const CellKind = { empty: 0, text: 1, number: 2, date: 3, boolean: 4, error: 5 } as const

/** What else is known of a cell, a set of bits per cell in `SheetRow.flags`. */
export const CellFlag = { formula: 1, strike: 2, noCachedValue: 4 } as const

export type CellValue = string | number | boolean | null

/**
 * One row as the file has it. The arrays are reused for the next row: whoever receives a row copies what it keeps,
 * and reads no further than `width`.
 */
export interface SheetRow {
  /** 1-based row of the sheet; in CSV the 1-based record. */
  number: number
  hidden: boolean
  /** Columns in use: one more than the last cell that holds anything. */
  width: number
  /**
   * Text is the stored string, a date is 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM:SS', an error its code such as '#N/A'.
   * A serial number below 1 in a date format is a time of day and stays a number.
   */
  values: CellValue[]
  kinds: Uint8Array
  flags: Uint8Array
}

/** A merged range: rows are 1-based, columns 0-based, both ends belong to it. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

export type SheetState = 'visible' | 'hidden' | 'veryHidden'

export interface SheetSurvey {
  name: string
  state: SheetState
  merges: Merge[]
  /** 0-based. */
  hiddenColumns: number[]
  /** Widths in characters by 0-based column; sparse, only what the file states. */
  columnWidths: number[]
  /** Cells that carry a comment of either kind. */
  commentCount: number
}

export interface SheetHandle {
  name: string
  state: SheetState
  /**
   * Merges, hidden columns and comments. Merges stand behind the rows in the file, so this costs a second pass over
   * the part unless `rows` has already run: then it is free.
   */
  survey(): Promise<SheetSurvey>
  /** Hands over every row present, from the top. May be called again. */
  rows(sink: (row: SheetRow) => void): Promise<void>
}

export interface Workbook {
  type: 'xlsx' | 'csv'
  /** The day system of plain serial numbers: the sheet's true dates are turned into text already. */
  epoch: 1900 | 1904
  sheets: SheetHandle[]
  close(): void
}
