/** Two samples that may come from one distribution, by ranks (Mann–Whitney, with ties). Gives the two-sided p. */
export function twoSampleP(one: readonly number[], other: readonly number[]): number {
  const all = [
    ...one.map((value) => ({ value, mine: true })),
    ...other.map((value) => ({ value, mine: false })),
  ]
  all.sort((a, b) => a.value - b.value)
  let ranks = 0
  let ties = 0
  for (let from = 0; from < all.length;) {
    let to = from
    while (to < all.length && all[to]!.value === all[from]!.value) to += 1
    const rank = (from + to + 1) / 2
    ranks += rank * all.slice(from, to).filter((each) => each.mine).length
    ties += (to - from) ** 3 - (to - from)
    from = to
  }
  const [n, m] = [one.length, other.length]
  const mean = (n * (n + m + 1)) / 2
  const variance = ((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1)))
  return 2 * normalTail(Math.abs(ranks - mean) / Math.sqrt(variance))
}

// Upper tail of the standard normal distribution (Abramowitz and Stegun 26.2.17, error below 1e-7).
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return Math.exp((-z * z) / 2) * 0.3989422804014327 * poly
}
