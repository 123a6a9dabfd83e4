/** A part of a figure and whether it is kept back from whoever may not see the rows. */
export interface Cell {
  value: number
  hidden: boolean
}

/**
 * A number as whoever sees counts only is told it: the lower end of its bucket of `smallest` numbers (5: 5 to 9, 10: 10 to 14, …). All buckets
 * are equally wide, so the difference of two told numbers leaves a small count as open as it was.
 */
export function roundedDown(value: number, smallest: number): number {
  return Math.floor(value / smallest) * smallest
}

/** The change between two told numbers; null where it is not told. */
export type ChangeOf = (now: number | null, earlier: number | null) => number | null

/**
 * How a change is told. To whoever sees the rows (`smallest` 0) as it is; to others from the numbers they are told anyway, so it gives nothing
 * more away, and not at all where a change below `smallest` could stand behind it.
 */
export function changeFor(smallest: number): ChangeOf {
  return (now, earlier) => {
    if (now === null || earlier === null) return null
    return smallest > 0 && Math.abs(now - earlier) <= smallest ? null : now - earlier
  }
}

interface Shown {
  key: string
  label: string
  value: number | null
}

/** Each part with what it was earlier and the change since; what there was then and is no longer follows with nothing now. */
export function besideEarlier(
  now: readonly Shown[],
  earlier: readonly Shown[],
  changeOf: ChangeOf,
): (Shown & { earlier: number | null; change: number | null })[] {
  const before = new Map(earlier.map((part) => [part.key, part.value]))
  const keys = new Set(now.map(({ key }) => key))
  const gone = earlier.filter(({ key }) => !keys.has(key)).map((part) => ({ ...part, value: 0 }))
  return [...now, ...gone].map((part) => {
    const value = before.has(part.key) ? before.get(part.key)! : 0
    return { ...part, earlier: value, change: changeOf(part.value, value) }
  })
}

/**
 * Hides parts of one sum until none from 1 to below `smallest` can be had by subtraction (decision 029): the small ones, and with them the
 * smallest of the others, with all that are equal to it, so that whoever sees the gap cannot tell which of those in it is small. Where nothing
 * is left to tell, nothing is told, zeros neither. `rest` is what counts for the sum and in none of its parts. Answers whether it hid any.
 */
export function hideIn(cells: readonly Cell[], smallest: number, rest = 0): boolean {
  const before = cells.filter(({ hidden }) => hidden).length
  const isSmall = (value: number) => value > 0 && value < smallest
  for (const cell of cells) if (isSmall(cell.value)) cell.hidden = true
  while (!isGapSafe(cells, smallest, isSmall(rest))) {
    const least = Math.min(...cells.filter(isTold).map(({ value }) => value))
    if (least === Infinity) break
    for (const cell of cells) if (cell.value === least) cell.hidden = true
  }
  if (cells.some(({ hidden }) => hidden) && !cells.some(isTold)) for (const cell of cells) cell.hidden = true
  return cells.filter(({ hidden }) => hidden).length > before
}

function isTold({ value, hidden }: Cell): boolean {
  return !hidden && value > 0
}

// Nothing hidden; or nothing but zeros; or two parts at least, one of them large enough to stand for any other.
function isGapSafe(cells: readonly Cell[], smallest: number, isRestSmall: boolean): boolean {
  const gap = cells.filter(({ hidden }) => hidden)
  const sum = gap.reduce((total, { value }) => total + value, 0)
  if (sum === 0) return !isRestSmall
  return gap.length + (isRestSmall ? 1 : 0) > 1 && gap.some(({ value }) => value >= smallest)
}

/**
 * Hides in a table of two breakdowns: each row and each column that is told as a sum of its parts, until neither gives a small one away. Columns
 * that are hidden above stay hidden in every row.
 */
export function hideInTable(
  rows: readonly (readonly Cell[])[],
  hiddenColumns: readonly boolean[],
  smallest: number,
): void {
  for (const row of rows)
    for (const [at, cell] of row.entries()) if (hiddenColumns[at] === true) cell.hidden = true
  const columns = hiddenColumns.flatMap((hidden, at) => (hidden ? [] : [rows.map((row) => row[at]!)]))
  for (let changed = true; changed;) {
    changed = false
    for (const line of [...rows, ...columns]) if (hideIn(line, smallest)) changed = true
  }
}

/**
 * Whether a run of parts may be told as one sum beside the parts themselves: with all that are hidden among all parts or with none of them,
 * for with some of them it would show what those come to.
 */
export function isRunTold(all: readonly Cell[], run: readonly Cell[]): boolean {
  const hidden = run.filter((cell) => cell.hidden).length
  return hidden === 0 || hidden === all.filter((cell) => cell.hidden).length
}
