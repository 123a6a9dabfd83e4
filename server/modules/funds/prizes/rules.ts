/** How many of the contestants may win: `winners` of each `of` (D8). */
export interface WinnerShare {
  winners: number
  of: number
}

/** The most winners a contest may have, rounded down: exactly the share passes, one more does not. */
export function mostWinners(contestants: number, { winners, of }: WinnerShare): number {
  return Math.floor((contestants * winners) / of)
}

/** What is wrong with the winners of a contest; null: each stands once, and there are no more than the rule allows. */
export function prizeFault(
  { contestants, personIds }: { contestants: number; personIds: readonly string[] },
  share: WinnerShare,
): 'prizes.winner_twice' | 'prizes.too_many_winners' | null {
  if (new Set(personIds).size < personIds.length) return 'prizes.winner_twice'
  return personIds.length > mostWinners(contestants, share) ? 'prizes.too_many_winners' : null
}
