import type { ToCount } from '../count.ts'
import type { CandidateOutcome, CountedBallot, CountOutcome } from '../result.ts'
import type { CountingRules } from '../rules.ts'

/** What both counters must agree on. */
export interface SecondResult {
  outcome: CountOutcome
  valid: number
  voidBy: Record<string, number>
  yes: Record<string, number>
  outcomes: Record<string, CandidateOutcome>
}

/**
 * A second counter, written apart and by another method: columns of big integers instead of ballots in turn, and instead of sorting it asks of
 * each name how many others with the majority have more, and how many have as many. It shares nothing with the first one.
 */
export function secondCount({ rules, candidates, turnout, ballots, decisions }: ToCount): SecondResult {
  const reasons = ballots.map((ballot) => faultOf(ballot, rules))
  const validBits = bits(reasons.map((reason) => reason === ''))
  const valid = ones(validBits)
  const everybody = [
    ...candidates,
    ...new Set(ballots.filter((_, at) => reasons[at] === '').flatMap((each) => each.writeIns)),
  ]
  const columnOf = (name: string) =>
    candidates.includes(name)
      ? bits(ballots.map(({ marks }) => marks[name] === 'yes'))
      : bits(ballots.map(({ writeIns }) => writeIns.includes(name)))
  const yes = new Map(everybody.map((name) => [name, ones(columnOf(name) & validBits)]))
  const bases = { due: turnout.due, attended: ballots.length, valid, all: turnout.all ?? turnout.due }
  const isOver = (name: string) => {
    if (decisions.barred.includes(name)) return false
    if (rules.majority === null) return yes.get(name)! >= 1
    const difference =
      BigInt(yes.get(name)!) * BigInt(rules.majority.denominator) -
      BigInt(bases[rules.majority.base]) * BigInt(rules.majority.numerator)
    return rules.majority.operator === '>' ? difference > 0n : difference >= 0n
  }
  const over = everybody.filter(isOver)
  const place = (name: string): CandidateOutcome => {
    if (decisions.barred.includes(name)) return 'barred'
    if (!over.includes(name)) return 'below'
    const better = over.filter((other) => yes.get(other)! > yes.get(name)!).length
    const level = over.filter((other) => yes.get(other) === yes.get(name)).length
    if (better + level <= rules.seats) return 'elected'
    return better < rules.seats ? 'tied' : 'over'
  }
  const short =
    BigInt(ballots.length) * BigInt(rules.quorum.denominator) -
    BigInt(turnout.due) * BigInt(rules.quorum.numerator)
  const missed = rules.quorum.operator === '>' ? short <= 0n : short < 0n
  const stopped = ballots.length > turnout.issued ? 'void' : missed ? 'no_quorum' : null
  const outcomes = Object.fromEntries(
    everybody.map((name): [string, CandidateOutcome] => [
      name,
      stopped === null ? place(name) : decisions.barred.includes(name) ? 'barred' : 'below',
    ]),
  )
  const said = Object.values(outcomes)
  const voidBy = Object.fromEntries(
    ['unclear', 'over_marked', 'write_in', 'blank'].map((why) => [
      why,
      reasons.filter((each) => each === why).length,
    ]),
  )
  const filled = said.filter((each) => each === 'elected').length === rules.seats
  return {
    outcome: stopped ?? (said.includes('tied') ? 'tie' : filled ? 'complete' : 'shortfall'),
    valid,
    voidBy,
    yes: Object.fromEntries(yes),
    outcomes,
  }
}

function faultOf(ballot: CountedBallot, rules: CountingRules): string {
  const crosses = Object.keys(ballot.marks).reduce((n, key) => n + Number(ballot.marks[key] === 'yes'), 0)
  const names = [...ballot.writeIns].filter((name, at, all) => all.indexOf(name) === at).length
  const touched = Object.keys(ballot.marks).some((key) => ballot.marks[key] !== 'abstain')
  if (ballot.unclear) return 'unclear'
  if (rules.seats - crosses - names < 0) return 'over_marked'
  if (names !== 0 && rules.writeIns !== 'allowed') return 'write_in'
  if (!touched && names === 0 && rules.blank !== 'valid') return 'blank'
  return ''
}

function bits(flags: readonly boolean[]): bigint {
  return BigInt(`0b0${flags.map(Number).join('')}`)
}

function ones(column: bigint): number {
  return column.toString(2).replaceAll('0', '').length
}
