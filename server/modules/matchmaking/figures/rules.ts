/** A share and the bounds it lies between. */
export interface Share {
  value: number
  low: number
  high: number
}

/** The standard score of 95 %. */
const Z = 1.96

/**
 * The share of `count` in `total` with its Wilson interval at 95 %, which stays between 0 and 1 and honest where few people came (E. B. Wilson,
 * 1927). Null where there is nothing to share.
 */
export function shareOf(count: number, total: number): Share | null {
  if (total === 0) return null
  const value = count / total
  const spread = Z * Math.sqrt((value * (1 - value)) / total + (Z * Z) / (4 * total * total))
  const middle = value + (Z * Z) / (2 * total)
  const scale = 1 + (Z * Z) / total
  return {
    value,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  }
}
