import type { Side } from './candidates.ts'

/**
 * How likely both would say yes, as far as the levels of the two tell: the product of both directions, alike for all of whom nothing is known.
 * It only orders whom both sides' limits allow; it is never shown, and it knows nothing of what one said of the other.
 */
export function likelyMutual(men: Side, man: number, women: Side, woman: number): number {
  return yes(men.says[man]!, women.liked[woman]!) * yes(women.says[woman]!, men.liked[man]!)
}

// As in the second part of an event: each level is worth one unit of log-odds.
function yes(says: number, liked: number): number {
  return 1 / (1 + Math.exp(0.4 - (says - 3) - (liked - 3)))
}
