import type { PartnerLimits } from '#contract/matchmaking-entry.ts'
import type { MatchmakerState } from '#contract/matchmaking-matchmakers.ts'
import type { SealedAnswer } from './seals.ts'

/** Both said yes: the only case in which either learns anything of the other's answer. */
export function bothSaidYes(answers: readonly SealedAnswer[]): boolean {
  return answers.length === 2 && answers.every((answer) => answer === 'yes')
}

/** The two in the order in which a pair is written: unordered pairs have one form. */
export function orderedPair(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one]
}

/** Where a matchmaker stands; the first thing that is missing counts. */
export function matchmakerState(row: {
  endedOn: string | null
  holdsPost: boolean
  agreementSignedOn: string | null
}): MatchmakerState {
  if (row.endedOn !== null) return 'ended'
  if (!row.holdsPost) return 'no_post'
  return row.agreementSignedOn === null ? 'unsigned' : 'active'
}

/** A follow-up on a day: planned, due from its day on, overdue a week after it. */
export function followUpState(
  followUp: { dueOn: string; overdueOn: string; doneAt: Date | null },
  today: string,
): 'planned' | 'due' | 'overdue' | 'done' {
  if (followUp.doneAt !== null) return 'done'
  if (today < followUp.dueOn) return 'planned'
  return today < followUp.overdueOn ? 'due' : 'overdue'
}

/** What of somebody a partner's limits speak of. */
export interface LimitedFacts {
  age: number
  heightCm: number | null
  districtCode: string
  hasChildren: boolean
}

/** Whether somebody lies within what another would meet (the consent speaks of “the limits you choose”). What is not said fits. */
export function withinLimits(limits: PartnerLimits, other: LimitedFacts): boolean {
  if (limits.ageFrom !== null && other.age < limits.ageFrom) return false
  if (limits.ageTo !== null && other.age > limits.ageTo) return false
  if (other.heightCm !== null) {
    if (limits.heightFromCm !== null && other.heightCm < limits.heightFromCm) return false
    if (limits.heightToCm !== null && other.heightCm > limits.heightToCm) return false
  }
  if (limits.districtCodes.length > 0 && !limits.districtCodes.includes(other.districtCode)) return false
  return limits.acceptsChildren || !other.hasChildren
}
