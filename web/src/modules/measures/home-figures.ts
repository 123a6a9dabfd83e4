/** Which figures a post looks at first; the others stand on the page of figures. Named in this order, as far as the catalogue has them. */
const byPost: Readonly<Record<string, readonly string[]>> = {
  union_chair: ['members', 'workers', 'participations', 'couples', 'matchmaker_cases'],
  matchmaker: ['matchmaker_cases', 'mutual_interest_pair_times', 'couples', 'marriages', 'participants'],
}

const usual = [
  'members',
  'workers',
  'participations',
  'couples',
  'two_new_organisations',
  'events_held',
  'matchmakers',
]

interface Figure {
  measure: string
  total: number | null
}

/**
 * The first figures of a post, at most `most`: those it looks at first, then whatever else its organisation has; figures of programmes that have not
 * begun there (nothing at all) are left out.
 */
export function firstFigures<F extends Figure>(
  figures: readonly F[],
  post: string | undefined,
  most: number,
): F[] {
  const wanted = byPost[post ?? ''] ?? usual
  const begun = figures.filter(({ total }) => total !== 0)
  const first = wanted.flatMap((name) => begun.filter(({ measure }) => measure === name))
  return [...first, ...begun.filter((figure) => !first.includes(figure))].slice(0, most)
}

/** Whether a change since last year says something: what stands at a day (workers, members) and was not yet kept a year ago has not grown from nothing. */
export function isComparable(figure: { lastYear: number | null; declared: { counts: string } }): boolean {
  return figure.lastYear !== null && (figure.declared.counts === 'flow' || figure.lastYear > 0)
}
