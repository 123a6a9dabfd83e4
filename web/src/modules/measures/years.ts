import type { MeasureGroup } from '#contract/measures.ts'

/** The years of a figure in their order; a year between the first and the last with nothing in it stands there with 0, so that a chart skips none. */
export function everyYear(groups: readonly MeasureGroup[], last?: string): MeasureGroup[] {
  const known = new Map(groups.map((group) => [group.key, group]))
  const years = [...known.keys(), ...(known.size > 0 && last ? [last.slice(0, 4)] : [])].map(Number)
  const first = Math.min(...years)
  const count = years.length === 0 ? 0 : Math.max(...years) - first + 1
  return Array.from({ length: count }, (_, at) => {
    const key = String(first + at).padStart(4, '0')
    return known.get(key) ?? { key, label: key, value: 0 }
  })
}

/** Whether a year is still going on: its figure is of its days so far. `today` is a day of Shanghai. */
export function isGoingOn(year: string, today: string): boolean {
  return year === today.slice(0, 4)
}
