const MIB = 1024 * 1024

/** Where reading stops. The first three are the import policy's; the others keep time and memory bounded. */
export interface WorkbookLimits {
  /** Inflated bytes of one part, counted while inflating. */
  partBytes: number
  /** Columns of a sheet. */
  columns: number
  /** Rows with a value in one sheet. The policy's 200,000 counts data rows only, so the judge counts those itself. */
  filledRows: number
  /** Inflated bytes of all parts together. */
  totalBytes: number
  /** Entries in the archive. */
  parts: number
  /** Bytes of a part that must be held in memory: styles, relationships, comments. */
  smallPartBytes: number
  /** Text of all shared strings together. */
  sharedTextBytes: number
  sharedStrings: number
  /** UTF-16 units in one cell; Excel itself allows 32,767. */
  cellCharacters: number
  /** Sum of the widths of all rows of a sheet: one far cell on every row would burn time and hold nothing. */
  cells: number
  sheets: number
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  partBytes: 300 * MIB,
  columns: 16_384,
  filledRows: 220_000,
  totalBytes: 600 * MIB,
  parts: 10_000,
  smallPartBytes: 24 * MIB,
  sharedTextBytes: 96 * MIB,
  sharedStrings: 5_000_000,
  cellCharacters: 65_534,
  cells: 50_000_000,
  sheets: 1_000,
}

/** The last row a sheet can have. */
export const LAST_ROW = 1_048_576
