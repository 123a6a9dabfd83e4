import { CellFlag, CellKind, type CellValue } from '#server/platform/workbook/index.ts'
import { isBlankText } from './characters.ts'

/**
 * A row as the judge sees it: the cells of the sheet, merged ranges filled. The walk reuses its arrays, so whoever
 * keeps a row takes `copyRow`. Never read beyond `width`.
 */
export interface RawRow {
  number: number
  hidden: boolean
  width: number
  values: readonly CellValue[]
  kinds: ArrayLike<number>
  flags: ArrayLike<number>
  /** A blank cell received the value of its merged range (X15). */
  merged: boolean
}

/** A copy that outlives the scan and can be stored as JSON; an officer changes it cell by cell and has it judged again. */
export function copyRow(row: RawRow): RawRow {
  const { number, hidden, width, merged } = row
  return {
    number,
    hidden,
    width,
    merged,
    values: row.values.slice(0, width),
    kinds: Array.prototype.slice.call(row.kinds, 0, width) as number[],
    flags: Array.prototype.slice.call(row.flags, 0, width) as number[],
  }
}

/** The row with one cell as an officer typed it: text, no longer a formula, no longer struck through. */
export function withCell(row: RawRow, column: number, text: string | null): RawRow {
  const copy = copyRow(row)
  const [values, kinds, flags] = [[...copy.values], Array.from(copy.kinds), Array.from(copy.flags)]
  while (values.length <= column) {
    values.push(null)
    kinds.push(CellKind.empty)
    flags.push(0)
  }
  values[column] = text
  kinds[column] = text === null ? CellKind.empty : CellKind.text
  flags[column] = 0
  return { ...copy, width: values.length, values, kinds, flags }
}

/** True when the cell holds nothing, or only blanks and dashes. */
export function isBlankCell(row: RawRow, column: number): boolean {
  if (column >= row.width) return true
  const kind = row.kinds[column]
  return kind === CellKind.empty || (kind === CellKind.text && isBlankText(row.values[column] as string))
}

/** An error value, also as the text a CSV or a pasted value shows, or a formula whose result the file does not hold. */
export function isBrokenCell(row: RawRow, column: number): boolean {
  if (column >= row.width) return false
  const kind = row.kinds[column]
  if (kind === CellKind.error || ((row.flags[column] as number) & CellFlag.noCachedValue) !== 0) return true
  return kind === CellKind.text && isErrorText(row.values[column] as string)
}

/** The cell as text, as typed. */
export function cellText(row: RawRow, column: number): string {
  const value = row.values[column]
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value)
}

/** Of several columns with one meaning the left one counts; the others only fill its blanks. */
export function pickColumn(row: RawRow, columns: readonly number[]): number {
  if (columns.length > 1)
    for (const column of columns) if (!isBlankCell(row, column) || isBrokenCell(row, column)) return column
  return columns[0] as number
}

function isErrorText(text: string): boolean {
  return text.charCodeAt(0) === 35 && ERROR_TEXTS.has(text.trim())
}

const ERROR_TEXTS = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
])
