import { addDays } from '#server/platform/clock.ts'

/** Days from one until before another; null: without end. */
export interface Span {
  startsOn: string
  endsBefore: string | null
}

/** A post held at an organisation. */
export interface HeldAt extends Span {
  organisationId: string
}

/** Months somebody held posts: in all, and at each organisation. */
export interface Months {
  of: number
  total: number
  at: ReadonlyMap<string, number>
}

/**
 * Months of a period that count. A month counts at an organisation from `monthDays` days in the post there on, days away not counted. Where the
 * days suffice only together (a transfer in the middle), the month is that of the post with most days, the later one of two equal ones. Two posts
 * at the same time both have the month; in all it is one.
 */
export function monthsHeld(
  held: { posts: readonly HeldAt[]; leaves: readonly Span[] },
  period: { startsOn: string; endsBefore: string },
  monthDays: number,
): Months {
  const at = new Map<string, number>()
  let [of, total] = [0, 0]
  for (let first = period.startsOn; first < period.endsBefore; first = monthAfterFirst(first)) {
    of += 1
    const days = daysOfMonth(held, first)
    const inAll = new Set([...days.values()].flatMap((each) => [...each]))
    if (inAll.size < monthDays) continue
    total += 1
    const enough = [...days].filter(([, each]) => each.size >= monthDays).map(([id]) => id)
    for (const id of enough.length > 0 ? enough : [mostDays(days)]) at.set(id, (at.get(id) ?? 0) + 1)
  }
  return { of, total, at }
}

function daysOfMonth(
  { posts, leaves }: { posts: readonly HeldAt[]; leaves: readonly Span[] },
  first: string,
): Map<string, Set<string>> {
  const next = monthAfterFirst(first)
  const days = new Map<string, Set<string>>()
  for (const post of posts) {
    const here = days.get(post.organisationId) ?? new Set<string>()
    for (let day = first; day < next; day = addDays(day, 1))
      if (holds(post, day) && !leaves.some((leave) => holds(leave, day))) here.add(day)
    if (here.size > 0) days.set(post.organisationId, here)
  }
  return days
}

function holds({ startsOn, endsBefore }: Span, day: string): boolean {
  return startsOn <= day && (endsBefore === null || day < endsBefore)
}

function mostDays(days: ReadonlyMap<string, ReadonlySet<string>>): string {
  const last = (of: ReadonlySet<string>) => [...of].sort().at(-1)!
  return [...days].sort(
    ([, one], [, other]) => other.size - one.size || (last(other) < last(one) ? -1 : 1),
  )[0]![0]
}

function monthAfterFirst(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
