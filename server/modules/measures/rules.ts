/** Whether a day is the last of its month. */
export function isMonthEnd(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.getUTCDate() === 1
}

/** Whether two days are the first and the last of one or more whole years; no days at all will do. */
export function isYear(from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true
  return from?.endsWith('-01-01') === true && (to === undefined || to.endsWith('-12-31'))
}

type Told<G> = { total: number; groups: readonly G[] | undefined }

/**
 * A figure as whoever may not see the rows is told it: counts from 1 to below `smallest` are kept back (null). Where only one group is, the next
 * smallest is kept back with it, so that it cannot be had by subtraction from the total.
 */
export function withoutSmall<G extends { value: number }>(
  { total, groups }: Told<G>,
  smallest: number,
): { total: number | null; groups: (Omit<G, 'value'> & { value: number | null })[] | undefined } {
  const isSmall = (value: number) => value > 0 && value < smallest
  const told = isSmall(total) ? null : total
  if (groups === undefined) return { total: told, groups }
  const kept = new Set(groups.filter(({ value }) => isSmall(value)))
  const others = groups
    .filter((group) => !kept.has(group) && group.value > 0)
    .sort((a, b) => a.value - b.value)
  if (kept.size === 1 && others[0] !== undefined) kept.add(others[0])
  return {
    total: told,
    groups: groups.map((group) => ({
      ...group,
      value: kept.has(group) || told === null ? null : group.value,
    })),
  }
}

// The register first, then those who work there, then those who are members; whatever is not named follows in the order it was declared.
const first: readonly string[] = ['two_new_organisations', 'workers', 'members']

/** The catalogue in the order people read it. */
export function inCatalogueOrder<M extends { name: string }>(measures: readonly M[]): M[] {
  const place = ({ name }: M) => (first.includes(name) ? first.indexOf(name) : first.length)
  return [...measures].sort((a, b) => place(a) - place(b))
}
