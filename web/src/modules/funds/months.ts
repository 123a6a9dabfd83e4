/** So many months up to that of an instant in China, the latest first, as `YYYY-MM`. */
export function lastMonths(now: Date, count: number): string[] {
  const here = new Date(now.getTime() + 8 * 3_600_000)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  )
}

/** So many years up to that of an instant in China, the latest first, as options of a filter. */
export function lastYears(now: Date, count: number): { value: string; label: string }[] {
  const year = Number(lastMonths(now, 1)[0]!.slice(0, 4))
  return Array.from({ length: count }, (_, back) => ({
    value: String(year - back),
    label: String(year - back),
  }))
}
