/** Fen shared by whole weights, as a first proposal of a form: rounded down, what is left to the first ones. The server judges the sum. */
export function proposeShares(totalFen: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((so, weight) => so + weight, 0)
  const shares = weights.map((weight) => Math.floor((totalFen * weight) / sum))
  const left = totalFen - shares.reduce((so, share) => so + share, 0)
  return shares.map((share, at) => share + (at < left ? 1 : 0))
}

/** Whole fen as a field of yuan shows them. */
export function yuanField(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}
