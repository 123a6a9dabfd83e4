import type { MeetingLevels } from '#server/platform/event-kind.ts'

/** Somebody of whom nothing is known yet: the middle of everything. */
export const unknownLevels: MeetingLevels = { says: 3, liked: 3, scores: null }

/**
 * How likely both would say yes to each other, as far as the levels of the two tell: the product of both directions. From the levels alone;
 * what one of them said of the other is not asked for.
 */
export function mutualYes(one: MeetingLevels, other: MeetingLevels): number {
  return likelyYes(one, other) * likelyYes(other, one)
}

// Two people in the middle say yes to each other in four of ten cases, and each level is worth one unit of log-odds: no number was fitted.
const middleLogOdds = -0.4
// Being said yes to and being scored are two looks at one thing: together they weigh about as much as either of two independent ones.
const shareOfTwoLooks = Math.SQRT1_2

function likelyYes(by: MeetingLevels, of: MeetingLevels): number {
  const liked = of.liked - 3
  const appeal = of.scores === null ? liked : shareOfTwoLooks * (liked + of.scores - 3)
  return 1 / (1 + Math.exp(-(middleLogOdds + by.says - 3 + appeal)))
}
