/** The five years somebody's age lies in, such as `25-29`; days as YYYY-MM-DD. All that others learn of a date of birth (J4). */
export function ageBand(birthDate: string, today: string): string {
  const from = Math.floor(ageOn(birthDate, today) / 5) * 5
  return `${from}-${from + 4}`
}

/** Full years on a day; whoever is born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}
