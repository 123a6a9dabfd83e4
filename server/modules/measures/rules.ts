/** Whether a day is the last of its month. */
export function isMonthEnd(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.getUTCDate() === 1
}

// The register first, then those who work there, then those who are members; whatever is not named follows in the order it was declared.
const first: readonly string[] = ['two_new_organisations', 'workers', 'members']

/** The catalogue in the order people read it. */
export function inCatalogueOrder<M extends { name: string }>(measures: readonly M[]): M[] {
  const place = ({ name }: M) => (first.includes(name) ? first.indexOf(name) : first.length)
  return [...measures].sort((a, b) => place(a) - place(b))
}
