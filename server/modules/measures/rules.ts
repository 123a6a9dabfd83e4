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
