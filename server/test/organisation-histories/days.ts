/** Histories play on these many days, a month apart, so that some lie before today and some after. */
export const horizonDays = 24

/** The n-th day of a history. */
export function dayText(day: number): string {
  return new Date(Date.UTC(2025, 11 + day, 1)).toISOString().slice(0, 10)
}
