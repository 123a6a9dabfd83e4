import type {
  CandidateOutcome,
  CountDecisions,
  CountedBallot,
  CountOutcome,
  CountReason,
  CountResult,
  Tally,
  Turnout,
  VoidReason,
} from './result.ts'
import { neededFor, reaches, type CountingRules } from './rules.ts'

/** What is counted: the rules, the names on the paper in their order, who was due, the ballots, and what was decided. */
export interface ToCount {
  rules: CountingRules
  candidates: readonly string[]
  turnout: Turnout
  ballots: readonly CountedBallot[]
  decisions: CountDecisions
}

/**
 * Counts one ballot (B1–B9): a pure function in integers, whatever the order of the ballots and the names of the candidates. Its reasons are
 * numbered and hold every number the outcome rests on. Throws on a ballot that marks nobody who stands: that is a fault of whoever keyed it.
 */
export function countBallots({ rules, candidates, turnout, ballots, decisions }: ToCount): CountResult {
  mustStand(candidates, ballots)
  const sorted = sortOut(ballots, rules)
  const base = {
    due: turnout.due,
    attended: ballots.length,
    valid: sorted.valid.length,
    all: turnout.all ?? turnout.due,
  }
  const majorityNeeded = rules.majority === null ? null : neededFor(base[rules.majority.base], rules.majority)
  const votes = tally({ candidates, ballots: sorted.valid, barred: decisions.barred })
  const standing: Standing = {
    due: base.due,
    attended: base.attended,
    valid: base.valid,
    issued: turnout.issued,
    void: ballots.length - base.valid,
    voidBy: sorted.voidBy,
    blank: sorted.blank,
    quorumNeeded: neededFor(turnout.due, rules.quorum),
    majorityNeeded,
  }
  if (standing.attended > standing.issued) return withoutSeats('void', standing, { votes, rules })
  if (!reaches(standing.attended, standing.due, rules.quorum))
    return withoutSeats('no_quorum', standing, { votes, rules })
  return withSeats(standing, { votes, rules })
}

type Standing = Omit<CountResult, 'outcome' | 'tallies' | 'elected' | 'tied' | 'seatsLeft' | 'reasons'>
interface Votes {
  votes: readonly Tally[]
  rules: CountingRules
}

function mustStand(candidates: readonly string[], ballots: readonly CountedBallot[]): void {
  const names = new Set(candidates)
  for (const { marks, writeIns } of ballots)
    if (Object.keys(marks).some((name) => !names.has(name)) || writeIns.some((name) => names.has(name)))
      throw new Error('a ballot marks a name that does not stand, or writes in one that does')
}

interface Sorted {
  valid: CountedBallot[]
  voidBy: Record<VoidReason, number>
  blank: number
}

function sortOut(ballots: readonly CountedBallot[], rules: CountingRules): Sorted {
  const sorted: Sorted = {
    valid: [],
    voidBy: { unclear: 0, over_marked: 0, write_in: 0, blank: 0 },
    blank: 0,
  }
  for (const ballot of ballots) {
    const reason = voidReasonOf(ballot, rules)
    if (reason !== null) sorted.voidBy[reason] += 1
    else {
      sorted.valid.push(ballot)
      if (isBlank(ballot)) sorted.blank += 1
    }
  }
  return sorted
}

/** Why a ballot is void, or null. Written-in names count towards the number of marks (B4). */
function voidReasonOf(ballot: CountedBallot, rules: CountingRules): VoidReason | null {
  if (ballot.unclear) return 'unclear'
  const chosen = Object.values(ballot.marks).filter((mark) => mark === 'yes').length
  if (chosen + new Set(ballot.writeIns).size > rules.seats) return 'over_marked'
  if (ballot.writeIns.length > 0 && rules.writeIns === 'void') return 'write_in'
  if (isBlank(ballot) && rules.blank === 'void') return 'blank'
  return null
}

function isBlank({ marks, writeIns }: CountedBallot): boolean {
  return writeIns.length === 0 && Object.values(marks).every((mark) => mark === 'abstain')
}

function tally(input: {
  candidates: readonly string[]
  ballots: readonly CountedBallot[]
  barred: readonly string[]
}): Tally[] {
  const { candidates, ballots, barred } = input
  const written = [...new Set(ballots.flatMap(({ writeIns }) => writeIns))].sort()
  const count = (name: string, writtenIn: boolean): Tally => {
    const votes = { yes: 0, no: 0, abstain: 0 }
    for (const { marks, writeIns } of ballots)
      votes[writtenIn ? (writeIns.includes(name) ? 'yes' : 'abstain') : (marks[name] ?? 'abstain')] += 1
    return { name, writtenIn, ...votes, outcome: barred.includes(name) ? 'barred' : 'below' }
  }
  return [...candidates.map((name) => count(name, false)), ...written.map((name) => count(name, true))].sort(
    (a, b) => b.yes - a.yes,
  )
}

/** Nobody is elected: the ballot is void or too few came. The votes are kept, the outcome of every name is that it has no seat. */
function withoutSeats(
  outcome: 'void' | 'no_quorum',
  standing: Standing,
  { votes, rules }: Votes,
): CountResult {
  return {
    outcome,
    ...standing,
    tallies: votes,
    elected: [],
    tied: [],
    seatsLeft: rules.seats,
    reasons: numbered(
      outcome === 'void' ? [returned(standing)] : [returned(standing), quorum(standing), voids(standing)],
    ),
  }
}

function withSeats(standing: Standing, { votes, rules }: Votes): CountResult {
  const passed = votes.filter(
    (each) =>
      each.outcome !== 'barred' &&
      (standing.majorityNeeded === null ? each.yes > 0 : each.yes >= standing.majorityNeeded),
  )
  // The votes of the last seat, where more have the majority than there are seats and the next one has as many (B7).
  const edge = passed.length > rules.seats ? passed[rules.seats - 1]!.yes : null
  const isTie = edge !== null && passed[rules.seats]!.yes === edge
  const tied = isTie ? passed.filter(({ yes }) => yes === edge) : []
  const elected = isTie ? passed.filter(({ yes }) => yes > edge) : passed.slice(0, rules.seats)
  const outcomeOf = (each: Tally): CandidateOutcome => {
    if (elected.includes(each)) return 'elected'
    if (tied.includes(each)) return 'tied'
    return passed.includes(each) ? 'over' : each.outcome
  }
  const seatsLeft = rules.seats - elected.length
  const outcome: CountOutcome = isTie ? 'tie' : seatsLeft > 0 ? 'shortfall' : 'complete'
  return {
    outcome,
    ...standing,
    tallies: votes.map((each) => ({ ...each, outcome: outcomeOf(each) })),
    elected: elected.map(({ name }) => name),
    tied: tied.map(({ name }) => name),
    seatsLeft,
    reasons: numbered([
      returned(standing),
      quorum(standing),
      voids(standing),
      standing.majorityNeeded === null
        ? { code: 'no_majority_needed', params: {} }
        : { code: 'majority_needed', params: { needed: standing.majorityNeeded, passed: passed.length } },
      { code: 'elected', params: { elected: elected.length, seats: rules.seats } },
      closing({ tied: tied.length, seatsLeft, votes: edge ?? 0 }),
    ]),
  }
}

type Unnumbered = Omit<CountReason, 'no'>

function returned({ attended, issued }: Standing): Unnumbered {
  return {
    code: attended > issued ? 'returned_over_issued' : 'returned_within_issued',
    params: { returned: attended, issued },
  }
}

function quorum({ attended, due, quorumNeeded }: Standing): Unnumbered {
  return {
    code: attended >= quorumNeeded ? 'quorum_reached' : 'quorum_missed',
    params: { attended, due, needed: quorumNeeded },
  }
}

function voids(standing: Standing): Unnumbered {
  return { code: 'ballots_void', params: { void: standing.void, valid: standing.valid } }
}

function closing({ tied, seatsLeft, votes }: { tied: number; seatsLeft: number; votes: number }): Unnumbered {
  if (tied > 0) return { code: 'tied_at_last_seat', params: { tied, votes, seatsLeft } }
  return seatsLeft > 0
    ? { code: 'seats_left', params: { seatsLeft } }
    : { code: 'all_seats_filled', params: {} }
}

function numbered(reasons: readonly Unnumbered[]): CountReason[] {
  return reasons.map((reason, index) => ({ no: index + 1, ...reason }))
}
