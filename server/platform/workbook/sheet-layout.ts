import { LAST_ROW, type WorkbookLimits } from './limits.ts'
import { refuseWorkbook } from './refusal.ts'
import type { Merge } from './types.ts'
import { nameCode } from './xml-names.ts'
import type { XmlScanner, XmlVisitor } from './xml-scanner.ts'

/** Collects what surrounds the rows of a sheet: hidden columns before them, merges behind them. */
export class SheetLayout {
  readonly merges: Merge[] = []
  readonly hiddenColumns: number[] = []
  readonly columnWidths: number[] = []
  private readonly limits: WorkbookLimits

  constructor(limits: WorkbookLimits) {
    this.limits = limits
  }

  /** For every tag outside the rows. */
  open(xml: XmlScanner): void {
    if (xml.name === COLUMN) this.addColumn(xml)
    else if (xml.name === MERGE) this.addMerge(xml)
  }

  private addColumn(xml: XmlScanner): void {
    const hidden = xml.isTrue(HIDDEN)
    const width = Number(xml.attribute(WIDTH) ?? Number.NaN)
    const first = Math.max(1, Number(xml.attribute(MIN)))
    const last = Math.min(this.limits.columns, Number(xml.attribute(MAX)))
    if (hidden && this.hiddenColumns.length + last - first > this.limits.columns) refuseWorkbook('damaged')
    for (let column = first; column <= last; column++) {
      if (hidden) this.hiddenColumns.push(column - 1)
      // The last range usually runs to the edge of the sheet; only columns near the data matter.
      if (width > 0 && width < 256 && column <= WIDTHS_KEPT) this.columnWidths[column - 1] = width
    }
  }

  private addMerge(xml: XmlScanner): void {
    const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(
      xml.attribute(REFERENCE) ?? '',
    )
    if (!match) return refuseWorkbook('damaged')
    const [left, top] = [columnOf(match[1] as string), Number(match[2])]
    const [right, bottom] = match[3] === undefined ? [left, top] : [columnOf(match[3]), Number(match[4])]
    if (Math.max(left, right) >= this.limits.columns) refuseWorkbook('too_many_columns')
    if (top < 1 || top > bottom || left > right || bottom > LAST_ROW) refuseWorkbook('damaged')
    if (this.merges.length >= MOST_MERGES) refuseWorkbook('part_too_large')
    this.merges.push({ top, left, bottom, right })
  }
}

/** Reads only the layout of a sheet and passes over the rows. */
export class LayoutReader implements XmlVisitor {
  private readonly layout: SheetLayout

  constructor(layout: SheetLayout) {
    this.layout = layout
  }

  open(xml: XmlScanner): void {
    if (xml.name !== SHEET_DATA) this.layout.open(xml)
    else if (!xml.empty) xml.skip(xml.closingMark('sheetData'))
  }

  close(): void {}
  text(): void {}
}

export const SHEET_DATA = nameCode('sheetData')

/** 0-based column of its letters. */
function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

const MOST_MERGES = 500_000
const COLUMN = nameCode('col')
/** Widths are for copies of a sheet, which have a few dozen columns. */
const WIDTHS_KEPT = 1_000
const WIDTH = nameCode('width')
const HIDDEN = nameCode('hidden')
const MIN = nameCode('min')
const MAX = nameCode('max')
const MERGE = nameCode('mergeCell')
const REFERENCE = nameCode('ref')
