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
