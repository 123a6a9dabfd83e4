/** Days as numbers (days since 1970-01-01) with their texts kept, because one roster asks for the same dates many times. */

const MILLISECONDS_A_DAY = 86_400_000
const FIRST_DAY = -14_610 // 1930-01-01

const isoTexts: string[] = []

/** The day number of a `YYYY-MM-DD` date. */
export function dayOf(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00Z`) / MILLISECONDS_A_DAY
}

/** The `YYYY-MM-DD` text of a day; days before 1930 are refused. */
export function isoOf(day: number): string {
  const slot = day - FIRST_DAY
  if (slot < 0) throw new RangeError(`day ${day} is before 1930`)
  return (isoTexts[slot] ??= new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10))
}

/** The same date some years later or earlier; 29 February becomes 1 March where there is none. */
export function yearsAfter(day: number, years: number): number {
  const date = new Date(day * MILLISECONDS_A_DAY)
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / MILLISECONDS_A_DAY
}

/** The last day of the last quarter that had ended by this day (the day itself counts). */
export function lastQuarterEnd(day: number): number {
  const date = new Date((day + 1) * MILLISECONDS_A_DAY)
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3, 0) / MILLISECONDS_A_DAY
}

/** The calendar year of a day. */
export function yearOf(day: number): number {
  return Number(isoOf(day).slice(0, 4))
}
