import type { PhoneVoteState } from '#contract/phone-votes.ts'
import type { CountResult } from '../counting/result.ts'
import { neededFor } from '../counting/rules.ts'
import type { RoundNow } from '../paper/rounds.ts'

/** In which states a vote by phone may be declared void: from the key on, until it is opened. */
export const mayBeVoided: readonly PhoneVoteState[] = ['keyed', 'tokens', 'opened', 'closed']

/** The result of a vote whose ballots by phone cannot be opened: void, no votes told, nobody elected. It is repeated (B3). */
export function voidResult({
  due,
  issued,
  counting,
}: Pick<RoundNow, 'due' | 'issued' | 'counting'>): CountResult {
  return {
    outcome: 'void',
    due,
    issued,
    attended: 0,
    valid: 0,
    void: 0,
    voidBy: { unclear: 0, over_marked: 0, write_in: 0, blank: 0 },
    blank: 0,
    quorumNeeded: neededFor(due, counting.quorum),
    majorityNeeded: null,
    tallies: [],
    elected: [],
    tied: [],
    seatsLeft: counting.seats,
    reasons: [{ no: 1, code: 'phone_urn_lost', params: {} }],
  }
}
