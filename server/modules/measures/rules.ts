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

/** The most years a series tells: the last ones, where more are asked for. */
const mostYears = 30

function yearsBetween(from: string, to: string): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String(first + at).padStart(4, '0'))
}

/**
 * The days at which a series by year is told: the end of each year of the period, never after `asOf`; without a period the last five years up
 * to `asOf`.
 */
export function seriesOf(
  asOf: string,
  { from, to }: { from: string | null; to: string | null },
): { year: string; asOf: string }[] {
  const last = to === null || to > asOf ? asOf : to
  const years = yearsBetween(from ?? '0001-01-01', last)
  return years.slice(from === null ? -5 : -mostYears).map((year) => {
    const end = `${year}-12-31`
    return { year, asOf: end < asOf ? end : asOf }
  })
}

// The register first, then those who work there, then those who are members; whatever is not named follows in the order it was declared.
const first: readonly string[] = ['two_new_organisations', 'workers', 'members']

/** The catalogue in the order people read it. */
export function inCatalogueOrder<M extends { name: string }>(measures: readonly M[]): M[] {
  const place = ({ name }: M) => (first.includes(name) ? first.indexOf(name) : first.length)
  return [...measures].sort((a, b) => place(a) - place(b))
}

/** The same day a year before; of the 29th of February the 28th. */
export function sameDayLastYear(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0')
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`
}

/** The years of a series without gaps: those in which there was nothing stand with 0, from the first with anything up to `thisYear`. */
export function withEmptyYears<G extends { key: string; value: number | null }>(
  groups: readonly G[],
  thisYear: number,
): { key: string; label: string; value: number | null }[] {
  const first = groups[0]
  if (first === undefined) return []
  const values = new Map(groups.map(({ key, value }) => [key, value]))
  return yearsBetween(first.key, String(thisYear).padStart(4, '0')).map((key) => ({
    key,
    label: key,
    value: values.has(key) ? values.get(key)! : 0,
  }))
}
