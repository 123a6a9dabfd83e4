/** How the rounds of an event fall into two parts: a blind rotation first (the larger half), then rounds by what it revealed. */
export interface Parts {
  rounds: number
  twoPart: boolean
  seating: string
}

/** The last round of the first part; all of them where there is no second, as at tables. */
function endOfPartOne({ rounds, twoPart, seating }: Parts): number {
  return twoPart && seating === 'pairs' ? Math.ceil(rounds / 2) : rounds
}

/** The rounds that can be planned when so many were released: those of the part that goes on. Empty when all are over. */
export function comingRounds(event: Parts, released: number): { first: number; count: number; part: 1 | 2 } {
  const end = endOfPartOne(event)
  const last = released < end ? end : event.rounds
  return { first: released + 1, count: Math.max(0, last - released), part: released < end ? 1 : 2 }
}
