/** A day or days a figure is asked for. */
export type Days = { asOf: string } | { from: string | null; to: string | null }

// A day, a month, a year, today, this year, or so many years before it.
const point = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|today|year(?:-\d{1,2})?)$/

/** Whether words name a period: `all`, a point, or two points with `..` between them. */
export function isPeriod(period: string): boolean {
  if (period === 'all') return true
  const points = period.split('..')
  return points.length <= 2 && points.every((each) => point.test(each) && isReal(each))
}

/**
 * The days a period stands for, in a bulletin of the day `day`. What there is on a day (`stock`) has one point and is told as of its last day,
 * never later than the bulletin’s; what happened (`flow`) is told from the first day to the last, open towards the bulletin’s day.
 * Null: the period does not fit, because a stock has no beginning, the end comes before the beginning, or it begins after the bulletin’s day.
 */
export function daysOf(period: string, counts: 'stock' | 'flow', day: string): Days | null {
  if (period === 'all') return counts === 'flow' ? { from: null, to: null } : null
  const points = period.split('..')
  const [first, last] = [spanOf(points[0]!, day), spanOf(points.at(-1)!, day)]
  if (first.from > day || last.to < first.from) return null
  if (counts === 'flow') return { from: first.from, to: last.to >= day ? null : last.to }
  return points.length === 1 ? { asOf: first.to < day ? first.to : day } : null
}

/** The first and the last day of a point. */
function spanOf(name: string, day: string): { from: string; to: string } {
  if (name === 'today') return { from: day, to: day }
  if (name.startsWith('year')) {
    const year = String(Number(day.slice(0, 4)) - Number(name.slice(5) || 0)).padStart(4, '0')
    return { from: `${year}-01-01`, to: `${year}-12-31` }
  }
  if (name.length === 4) return { from: `${name}-01-01`, to: `${name}-12-31` }
  if (name.length === 7) return { from: `${name}-01`, to: lastOfMonth(name) }
  return { from: name, to: name }
}

function lastOfMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10)
}

function isReal(name: string): boolean {
  if (!/^\d/.test(name)) return true
  const day = name.length === 4 ? `${name}-01-01` : name.length === 7 ? `${name}-01` : name
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day && name >= '1900'
}
