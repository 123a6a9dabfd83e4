import { refuseWorkbook } from './refusal.ts'

/** A number for a cell such as `C7`. */
export interface CellFill {
  cell: string
  value: number
}

/**
 * The XML of a sheet with numbers in some cells: each keeps its style, and a cell or row that was not there is put in at its place. Cells with
 * formulas are for the caller to refuse (`formulaCells`).
 */
export function setCells(sheet: string, fills: readonly CellFill[]): string {
  const data = /<sheetData\s*\/>|<sheetData\b[^>]*>([\s\S]*?)<\/sheetData>/.exec(sheet)
  if (data === null) return refuseWorkbook('damaged')
  const rows = new Map<number, string>()
  for (const [text, attributes] of (data[1] ?? '').matchAll(rowPattern)) rows.set(numberOf(attributes!), text)
  for (const [number, own] of byRow(fills)) rows.set(number, rowWith(number, rows.get(number), own))
  const text = [...rows].toSorted(([one], [other]) => one - other).map(([, row]) => row)
  const edited = `<sheetData>${text.join('')}</sheetData>`
  return sheet.slice(0, data.index) + edited + sheet.slice(data.index + data[0].length)
}

/** Column letters and row of a cell's name; null where it is none. */
export function placeOfCell(cell: string): { column: number; row: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(cell) ?? []
  if (letters === undefined || digits === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { column, row: Number(digits) }
}

const rowPattern = /<row\b([^>]*?)(?:\/>|>[\s\S]*?<\/row>)/g
const cellPattern = /<c\b([^>]*?)(?:\/>|>[\s\S]*?<\/c>)/g

function numberOf(attributes: string): number {
  return Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? refuseWorkbook('damaged'))
}

function byRow(fills: readonly CellFill[]): Map<number, CellFill[]> {
  const rows = new Map<number, CellFill[]>()
  for (const fill of fills) {
    const { row } = placeOfCell(fill.cell)!
    rows.set(row, [...(rows.get(row) ?? []), fill])
  }
  return rows
}

function rowWith(number: number, row: string | undefined, fills: readonly CellFill[]): string {
  const opening = row === undefined ? `r="${number}"` : /<row\b([^>]*?)\/?>/.exec(row)![1]!.trim()
  const cells = new Map<number, string>()
  for (const [text, attributes] of (row ?? '').matchAll(cellPattern))
    cells.set(
      placeOfCell(/\br="([A-Z]+\d+)"/.exec(attributes!)?.[1] ?? refuseWorkbook('damaged'))!.column,
      text,
    )
  for (const { cell, value } of fills) {
    const { column } = placeOfCell(cell)!
    const style = /^<c\b[^>]*?\bs="(\d+)"/.exec(cells.get(column) ?? '')?.[1]
    cells.set(column, `<c r="${cell}"${style === undefined ? '' : ` s="${style}"`}><v>${value}</v></c>`)
  }
  const text = [...cells].toSorted(([one], [other]) => one - other).map(([, each]) => each)
  // The columns a row says it spans may be too few now; it need not say.
  return `<row ${opening.replace(/\s*spans="[^"]*"/, '')}>${text.join('')}</row>`
}
