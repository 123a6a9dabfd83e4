/** How a share is compared: “至少” reaches the number itself, “超过” does not. */
export type ShareOperator = '>=' | '>'

/** A share of a base in integers, as rule data says it: two thirds of those due, more than half of those due. */
export interface Share {
  numerator: number
  denominator: number
  operator: ShareOperator
  /** Those due to attend, those who attended (ballots returned), the valid ballots, or all members or delegates, due or not (B15). */
  base: 'due' | 'attended' | 'valid' | 'all'
}

/** The rules of one ballot, stored with the election before anybody votes. */
export interface CountingRules {
  seats: number
  /** Below it nobody is elected (B1). Its base is always those due. */
  quorum: Share
  /** What elects (B2); null in a run-off among those who have it already: more votes win (B7). */
  majority: Share | null
  /** Names written in count; where the rules have none, a ballot with one is void. */
  writeIns: 'allowed' | 'void'
  /** A ballot with no mark at all is valid and elects nobody, or is void. */
  blank: 'valid' | 'void'
}

/** Whether `count` reaches the share of `base`, in integers only. */
export function reaches(count: number, base: number, share: Share): boolean {
  const [left, right] = [count * share.denominator, base * share.numerator]
  return share.operator === '>=' ? left >= right : left > right
}

/** The smallest count that reaches the share of `base`: what the screen shows before anybody votes. */
export function neededFor(base: number, share: Share): number {
  const exact = base * share.numerator
  const down = Math.floor(exact / share.denominator)
  if (share.operator === '>') return down + 1
  return down * share.denominator === exact ? down : down + 1
}

/**
 * How many candidates there must be for so many seats (B5): a share more, rounded up, and at least `least` more. Equal numbers where both are 0.
 */
export function candidatesNeeded(seats: number, surplus: { percent: number; least: number }): number {
  return seats + Math.max(surplus.least, Math.ceil((seats * surplus.percent) / 100))
}
