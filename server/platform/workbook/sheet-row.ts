import type { WorkbookLimits } from './limits.ts'
import { refuseWorkbook } from './refusal.ts'
import { CellKind, type CellValue, type SheetRow } from './types.ts'

/** The one row object of a scan: filled, handed over, emptied, filled again. */
export class RowBuffer implements SheetRow {
  number = 0
  hidden = false
  width = 0
  readonly values: CellValue[]
  readonly kinds: Uint8Array
  readonly flags: Uint8Array

  private readonly limits: WorkbookLimits
  private readonly sink: (row: SheetRow) => void
  private filled = 0
  private cells = 0

  constructor(sink: (row: SheetRow) => void, limits: WorkbookLimits) {
    this.sink = sink
    this.limits = limits
    this.values = new Array<CellValue>(limits.columns).fill(null)
    this.kinds = new Uint8Array(limits.columns)
    this.flags = new Uint8Array(limits.columns)
  }

  set(column: number, value: CellValue, kind: number): void {
    this.values[column] = value
    this.kinds[column] = kind
    if (column >= this.width) this.width = column + 1
  }

  /** Hands the row over and empties it. */
  deliver(): void {
    const width = this.width
    if (width > 0 && ++this.filled > this.limits.filledRows) refuseWorkbook('too_many_rows')
    this.cells += width
    if (this.cells > this.limits.cells) refuseWorkbook('part_too_large')
    this.sink(this)
    for (let column = 0; column < width; column++) {
      this.values[column] = null
      this.kinds[column] = CellKind.empty
      this.flags[column] = 0
    }
    this.width = 0
    this.hidden = false
  }
}
