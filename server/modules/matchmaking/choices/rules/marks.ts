import type { SheetEntry } from './sheet.ts'

/** What is marked now: whether yes, and a score. */
export type Mark = Omit<SheetEntry, 'part'>

/**
 * The sheet after it is handed in again. In the first part it is replaced as a whole. What was marked in the first part stands once the
 * second has been planned: it was used. Then only what the second part adds is replaced.
 */
export function mergedSheet(
  standing: readonly SheetEntry[],
  marks: readonly Mark[],
  part: 1 | 2,
): SheetEntry[] {
  if (part === 1) return marks.map((mark) => ({ ...mark, part }))
  const fixed = standing.filter((entry) => entry.part === 1)
  const named = new Set(fixed.map((entry) => entry.badgeNo))
  return [...fixed, ...marks.filter((mark) => !named.has(mark.badgeNo)).map((mark) => ({ ...mark, part }))]
}

/** One opened sheet. */
export interface OpenSheet {
  badgeNo: number
  entries: readonly SheetEntry[]
}

/** Badge numbers of those who said yes to each other, the smaller first. Goes over every sheet and entry, whatever they say. */
export function mutualBadges(sheets: readonly OpenSheet[]): [number, number][] {
  const yes = new Set<number>()
  for (const { badgeNo, entries } of sheets)
    for (const entry of entries) if (entry.yes) yes.add(directed(badgeNo, entry.badgeNo))
  const pairs: [number, number][] = []
  for (const { badgeNo, entries } of sheets)
    for (const entry of entries)
      if (entry.yes && badgeNo < entry.badgeNo && yes.has(directed(entry.badgeNo, badgeNo)))
        pairs.push([badgeNo, entry.badgeNo])
  return pairs
}

// Badge numbers have 16 bits.
function directed(from: number, to: number): number {
  return from * 65536 + to
}

/** Whether two readings of one card say the same, in whatever order. */
export function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return differences(one, other).length === 0
}

/** Where two readings of one card differ; null: not marked there. A mark that says nothing is none. */
export function differences(
  mine: readonly Mark[],
  theirs: readonly Mark[],
): { badgeNo: number; mine: Mark | null; theirs: Mark | null }[] {
  const [first, second] = [byBadge(mine), byBadge(theirs)]
  const badges = [...new Set([...first.keys(), ...second.keys()])].toSorted((a, b) => a - b)
  return badges
    .map((badgeNo) => ({ badgeNo, mine: first.get(badgeNo) ?? null, theirs: second.get(badgeNo) ?? null }))
    .filter((each) => !sameMark(each.mine, each.theirs))
}

/** Whether a settled card says of everybody what one of the readings says. */
export function isReadingOf(settled: readonly Mark[], readings: readonly (readonly Mark[])[]): boolean {
  const said = byBadge(settled)
  const read = readings.map(byBadge)
  const badges = new Set([...said.keys(), ...read.flatMap((each) => [...each.keys()])])
  return [...badges].every((badgeNo) =>
    read.some((each) => sameMark(each.get(badgeNo) ?? null, said.get(badgeNo) ?? null)),
  )
}

function byBadge(marks: readonly Mark[]): Map<number, Mark> {
  return new Map(marks.filter((mark) => mark.yes || mark.score !== null).map((mark) => [mark.badgeNo, mark]))
}

function sameMark(one: Mark | null, other: Mark | null): boolean {
  return one?.yes === other?.yes && one?.score === other?.score
}
