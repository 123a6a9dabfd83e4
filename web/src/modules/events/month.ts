const dayMs = 86_400_000

/** The weeks a month touches, Monday first, each of seven days (YYYY-MM-DD). `month` is YYYY-MM. */
export function daysOfMonth(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const next = Date.parse(`${monthBeside(month, 1)}-01T00:00:00Z`)
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs
  const weeks: string[][] = []
  for (let start = monday; start < next; start += 7 * dayMs)
    weeks.push(Array.from({ length: 7 }, (_, at) => new Date(start + at * dayMs).toISOString().slice(0, 10)))
  return weeks
}

/** The month so many months beside this one. */
export function monthBeside(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
