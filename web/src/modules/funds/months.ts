/** So many months up to that of a day, the latest first, as `YYYY-MM`. */
export function lastMonths(day: string, count: number): string[] {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  )
}

/** So many years up to that of a day, the latest first, as options of a filter. */
export function lastYears(day: string, count: number): { value: string; label: string }[] {
  return Array.from({ length: count }, (_, back) => String(Number(day.slice(0, 4)) - back)).map((value) => ({
    value,
    label: value,
  }))
}
