/** The day until which a declaration holds that is signed today: so many months later, the last day of a shorter month. */
export function declarationEnd(signedOn: string, months: number): string {
  const [year, month, day] = signedOn.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}
