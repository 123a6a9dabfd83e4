const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/** A day of the Chinese calendar as `month/day`; a leap month reads `7bis/7`. */
function lunarDay(date: Date): string {
  return lunar.format(date)
}

/**
 * Qixi 七夕 of a year, YYYY-MM-DD: the seventh day of the seventh month, by the calendar Node brings (J13). Where the seventh month comes
 * twice, as in 2044, it is the first.
 */
export function qixiOf(year: number): string {
  for (
    let date = new Date(Date.UTC(year, 6, 20));
    date.getUTCMonth() < 9;
    date.setUTCDate(date.getUTCDate() + 1)
  )
    if (lunarDay(date) === '7/7') return date.toISOString().slice(0, 10)
  throw new Error(`the calendar has no Qixi in ${year}`)
}

/**
 * The day of a month on which a repetition falls, YYYY-MM-DD: the weekday (1 Monday … 7 Sunday) of the week (1 … 4, -1 the last).
 * `month` is YYYY-MM.
 */
export function weekdayOfMonth(month: string, { week, weekday }: { week: number; weekday: number }): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const first = new Date(Date.UTC(year, number - 1, 1))
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const firstHit = ((weekday - (first.getUTCDay() || 7) + 7) % 7) + 1
  const day = week === -1 ? firstHit + 7 * Math.floor((days - firstHit) / 7) : firstHit + 7 * (week - 1)
  return new Date(Date.UTC(year, number - 1, day)).toISOString().slice(0, 10)
}

/** The month after so many months, YYYY-MM. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
