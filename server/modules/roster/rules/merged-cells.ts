import { CellKind, type CellValue, type Merge } from '#server/platform/workbook/index.ts'
import { copyRow, isBlankCell, type RawRow } from './cells.ts'

/**
 * Fills blanks inside merged ranges as the rows of a sheet pass by, from the top. A blank outside a range is never
 * filled; neither is one in a column that does not matter (import policy, section 2).
 */
export interface MergeFiller {
  /** The row itself, or a reused copy with its blanks filled. */
  fill(row: RawRow): RawRow
}

/** `columns`: the columns to fill; ranges that begin above `firstRow` belong to the header. */
export function mergeFiller(
  merges: readonly Merge[],
  columns: ReadonlySet<number>,
  firstRow: number,
): MergeFiller {
  const waiting = merges
    .filter((merge) => merge.top >= firstRow && (merge.bottom > merge.top || merge.right > merge.left))
    .sort((a, b) => a.top - b.top)
  const plain: RawRow = {
    number: 0,
    hidden: false,
    width: 0,
    values: [],
    kinds: [],
    flags: [],
    merged: false,
  }
  let active: ActiveMerge[] = []
  let next = 0

  return {
    fill(row) {
      while (next < waiting.length && (waiting[next] as Merge).top <= row.number) {
        const merge = waiting[next++] as Merge
        // A range whose first row is not in the file has no value to give.
        if (merge.top === row.number && !isBlankCell(row, merge.left)) active.push(activate(merge, row))
      }
      if (active.length > 0) active = active.filter(({ merge }) => merge.bottom >= row.number)
      const filled = active.length > 0 ? filledCopy(row, active, columns) : null
      return filled ?? pass(row, plain)
    },
  }
}

interface ActiveMerge {
  merge: Merge
  value: CellValue
  kind: number
  flags: number
}

function activate(merge: Merge, row: RawRow): ActiveMerge {
  const { left } = merge
  return {
    merge,
    value: row.values[left] as CellValue,
    kind: row.kinds[left] as number,
    flags: row.flags[left] as number,
  }
}

function filledCopy(
  row: RawRow,
  active: readonly ActiveMerge[],
  columns: ReadonlySet<number>,
): RawRow | null {
  let copy: { values: CellValue[]; kinds: number[]; flags: number[] } | null = null
  for (const { merge, value, kind, flags } of active) {
    for (let column = merge.left; column <= merge.right; column++) {
      if (!columns.has(column)) {
        if (column > LAST_COLUMN) break
        continue
      }
      if (!isBlankCell(row, column)) continue
      copy ??= copyCells(row)
      while (copy.values.length <= column) {
        copy.values.push(null)
        copy.kinds.push(CellKind.empty)
        copy.flags.push(0)
      }
      copy.values[column] = value
      copy.kinds[column] = kind
      copy.flags[column] = flags
    }
  }
  return copy && { number: row.number, hidden: row.hidden, width: copy.values.length, ...copy, merged: true }
}

function copyCells(row: RawRow) {
  const copy = copyRow(row)
  return { values: [...copy.values], kinds: Array.from(copy.kinds), flags: Array.from(copy.flags) }
}

function pass(row: RawRow, plain: RawRow): RawRow {
  plain.number = row.number
  plain.hidden = row.hidden
  plain.width = row.width
  plain.values = row.values
  plain.kinds = row.kinds
  plain.flags = row.flags
  return plain
}

const LAST_COLUMN = 16_384
