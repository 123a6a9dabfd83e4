import type { CountResult } from './result.ts'
import type { CountingRules } from './rules.ts'

/** How the rules go on when seats are left. */
export interface FollowingRules {
  /** Run-offs after one another before the assembly decides: the chain ends by itself. */
  mostRunOffs: number
  /** How many more candidates than seats a new vote takes, by the votes of the last one (B8). */
  newVoteExtra: number
}

/** What may come after a ballot. The software offers, the assembly decides; never by lot or by the order of names (B7). */
export type NextStep =
  | { kind: 'finish' }
  | { kind: 'run_off'; candidates: readonly string[]; seats: number }
  | { kind: 'new_vote'; candidates: readonly string[]; seats: number }
  | { kind: 'fewer_seats'; seats: number }
  | { kind: 'repeat' }
  | { kind: 'final'; candidates: readonly string[]; seats: number }

/**
 * The steps that are open after a result, the usual one first. `runOffsBefore` are run-offs already held for these seats, `mayEndWith` whether
 * the assembly may agree to so many seats in all (the size table, B20).
 */
export function nextSteps(
  result: CountResult,
  given: {
    following: FollowingRules
    runOffsBefore: number
    electedBefore: number
    mayEndWith: (seats: number) => boolean
  },
): NextStep[] {
  const seats = given.electedBefore + result.elected.length
  const fewer: NextStep[] = seats > 0 && given.mayEndWith(seats) ? [{ kind: 'fewer_seats', seats }] : []
  switch (result.outcome) {
    case 'complete':
      return [{ kind: 'finish' }]
    case 'void':
    case 'no_quorum':
      return [{ kind: 'repeat' }]
    case 'tie':
      return given.runOffsBefore < given.following.mostRunOffs
        ? [{ kind: 'run_off', candidates: result.tied, seats: result.seatsLeft }]
        : [{ kind: 'new_vote', candidates: result.tied, seats: result.seatsLeft }, ...fewer]
    case 'shortfall':
      return [...newVote(result, given.following.newVoteExtra), ...fewer]
  }
}

/**
 * The steps after a vote of the first of two rounds (B6): once there are as many as seats they stand in the second, where as many stand as there are
 * seats. `chosenBefore` were found in earlier votes of this round. A tie or too few go on as in any vote, but nobody gets a seat by it.
 */
export function stepsOfFirstRound(
  result: CountResult,
  given: {
    following: FollowingRules
    runOffsBefore: number
    chosenBefore: readonly string[]
  },
): NextStep[] {
  const candidates = [...given.chosenBefore, ...result.elected]
  if (result.outcome === 'complete') return [{ kind: 'final', candidates, seats: candidates.length }]
  return nextSteps(result, { ...given, electedBefore: 0, mayEndWith: () => false })
}

/** The steps after a recall was voted on (B15): carried or not, it is over; only a void vote or one without quorum is repeated. */
export function stepsOfRecall(result: CountResult): NextStep[] {
  return result.outcome === 'void' || result.outcome === 'no_quorum'
    ? [{ kind: 'repeat' }]
    : [{ kind: 'finish' }]
}

/** The rules of a run-off: as before, for the seats left; whoever is in it has the majority already. A new vote keeps the rules. */
export function runOffRules(rules: CountingRules, seats: number): CountingRules {
  return { ...rules, seats, majority: null, writeIns: 'void' }
}

/** By votes, as many as seats and the extra ones; all who have as many votes as the last of them, so that no order of names decides. */
function newVote(result: CountResult, extra: number): NextStep[] {
  const open = result.tallies.filter(({ outcome, yes }) => outcome === 'below' && yes > 0)
  const last = open[Math.min(open.length, result.seatsLeft + extra) - 1]
  if (last === undefined) return [{ kind: 'new_vote', candidates: [], seats: result.seatsLeft }]
  const candidates = open.filter(({ yes }) => yes >= last.yes).map(({ name }) => name)
  return [{ kind: 'new_vote', candidates, seats: result.seatsLeft }]
}
