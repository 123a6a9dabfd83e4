import { CellFlag, CellKind } from '#server/platform/workbook/index.ts'
import { cellText, isBlankCell, isBrokenCell, pickColumn, type RawRow } from './cells.ts'
import { Mark, type Marks } from './marks.ts'
import { reason, type Reason } from './reasons.ts'
import { NO_REASONS } from './judged-row.ts'

/** A cell that holds nothing to judge. */
export const BLANK = -1
/** A cell whose value cannot be known: an error, or a formula without a result. Already noted as X19. */
export const BROKEN = -2

/** A row while it is being judged: reused from row to row, gathers marks and reasons. */
export class RowDraft implements Marks {
  row: RawRow
  bits = 0
  rejections: Reason[] | null = null
  reviews: Reason[] | null = null

  constructor(row: RawRow) {
    this.row = row
  }

  begin(row: RawRow): void {
    this.row = row
    this.bits = row.merged ? Mark.X15 : 0
    this.rejections = null
    this.reviews = null
  }

  review(why: Reason): void {
    ;(this.reviews ??= []).push(why)
  }

  reject(why: Reason): void {
    ;(this.rejections ??= []).push(why)
  }

  /** The column to read a field from, or BLANK, or BROKEN after a review was noted. */
  read(field: string, columns: readonly number[] | undefined): number {
    const column = this.locate(columns)
    if (column === BROKEN) this.review(reason('X19.error', field))
    return column
  }

  /** The same for an identity field, which an error rejects. */
  readIdentity(field: string, columns: readonly number[] | undefined): number {
    const column = this.locate(columns)
    if (column === BROKEN) this.reject(reason('X19.error', field))
    return column
  }

  /** The outcome's own reasons: the rejecting ones when there are any. */
  reasons(): readonly Reason[] {
    return this.rejections ?? this.reviews ?? NO_REASONS
  }

  private locate(columns: readonly number[] | undefined): number {
    if (columns === undefined) return BLANK
    const { row } = this
    const column = columns.length === 1 ? (columns[0] as number) : pickColumn(row, columns)
    if (isBrokenCell(row, column)) return BROKEN
    if (column < row.width && (row.flags[column] as number) & CellFlag.formula) this.bits |= Mark.X19
    return isBlankCell(row, column) ? BLANK : column
  }
}

/** The column's text where the kind does not matter. */
export function textAt(row: RawRow, column: number): string {
  return row.kinds[column] === CellKind.text ? (row.values[column] as string) : cellText(row, column)
}
