interface Asked {
  asOf: string | undefined
  from: string | undefined
  to: string | undefined
  yearsBack: string | undefined
}

interface Frame {
  by: string | undefined
  today: string
  /** Whether any day may be asked for; else month-ends and whole years only. */
  free: boolean
}

/** The earlier day or days that a figure is held against, so many years back; none where there is nothing to hold it against. */
export function comparedDays(counts: string, asked: Asked, { by, today, free }: Frame) {
  const years = Number(asked.yearsBack)
  if (!Number.isInteger(years) || years < 1 || comparisonOff(counts, asked, by) !== null) return {}
  if (counts === 'stock') {
    const day = yearsBefore(asked.asOf ?? today, years)
    return { compareAsOf: free || asked.asOf !== undefined ? day : monthEndBefore(day) }
  }
  const { from, to } = asked as { from: string; to: string }
  // A year that is not over is held against as much of the one before.
  const last = free && to > today && from <= today ? today : to
  return { compareFrom: yearsBefore(from, years), compareTo: yearsBefore(last, years) }
}

/** Why there is nothing to compare with: the years stand side by side already, or no period was chosen. */
export function comparisonOff(counts: string, { from, to }: Asked, by: string | undefined) {
  if (by === 'year') return 'years' as const
  return counts === 'flow' && (from === undefined || to === undefined) ? ('period' as const) : null
}

/** The same day so many years earlier; the end of February stays the end of February. */
export function yearsBefore(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOf = (of: number) => new Date(Date.UTC(of, month, 0)).getUTCDate()
  const earlier = year - years
  const same = date === lastOf(year) ? lastOf(earlier) : Math.min(date, lastOf(earlier))
  return [String(earlier), String(month).padStart(2, '0'), String(same).padStart(2, '0')].join('-')
}

/** The last day of the month before the day's, or the day itself where it ends its month. */
function monthEndBefore(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)
  next.setUTCDate(1)
  return new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10)
}
