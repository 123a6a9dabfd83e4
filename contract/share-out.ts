/**
 * Shares of a total in whole fen, by weights: they add up to the total exactly. Each gets its part rounded down; the fen that are left go to the
 * largest remainders, the first named where two are alike (largest remainder). A total below zero is shared like its opposite.
 * Throws where no weight is above zero.
 */
export function shareOut(totalFen: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(totalFen)) throw new RangeError('a total is a whole number of fen')
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('a weight is a whole number, not below zero')
  const sum = weights.reduce((so, weight) => so + BigInt(weight), 0n)
  if (sum === 0n) throw new RangeError('one weight at least is above zero')
  const total = BigInt(Math.abs(totalFen))
  const parts = weights.map((weight, at) => {
    const product = total * BigInt(weight)
    return { at, fen: product / sum, remainder: product % sum }
  })
  let left = total - parts.reduce((so, { fen }) => so + fen, 0n)
  for (const part of parts.toSorted(byRemainder)) {
    if (left === 0n) break
    part.fen += 1n
    left -= 1n
  }
  const sign = totalFen < 0 ? -1 : 1
  // Not -0: a share of nothing is nothing.
  return parts.map(({ fen }) => (fen === 0n ? 0 : sign * Number(fen)))
}

interface Part {
  at: number
  remainder: bigint
}

function byRemainder(one: Part, other: Part): number {
  if (one.remainder !== other.remainder) return one.remainder > other.remainder ? -1 : 1
  return one.at - other.at
}
