/** So many months up to that of an instant in China, the latest first, as `YYYY-MM`. */
export function lastMonths(now: Date, count: number): string[] {
  const here = new Date(now.getTime() + 8 * 3_600_000)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  )
}
