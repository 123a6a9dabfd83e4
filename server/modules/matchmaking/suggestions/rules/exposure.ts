/** How evenly people were shown. */
export interface Exposure {
  /** Of whom there are at least as many admissible partners as a list has places. */
  people: number
  /** 0: all equally often; 1: all one. */
  gini: number
  neverShown: number
  most: number
  least: number
}

/** How evenly the people of one side were shown, among those who have at least `enough` admissible partners. */
export function exposureOf(shown: Int32Array, admissible: Int32Array, enough: number): Exposure {
  const counts = [...shown].filter((_, person) => admissible[person]! >= enough).sort((a, b) => a - b)
  return {
    people: counts.length,
    gini: gini(counts),
    neverShown: counts.filter((count) => count === 0).length,
    most: counts.at(-1) ?? 0,
    least: counts[0] ?? 0,
  }
}

function gini(sorted: readonly number[]): number {
  const sum = sorted.reduce((all, count) => all + count, 0)
  if (sum === 0) return 0
  const weighted = sorted.reduce((all, count, at) => all + (at + 1) * count, 0)
  return (2 * weighted) / (sorted.length * sum) - (sorted.length + 1) / sorted.length
}
