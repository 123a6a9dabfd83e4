import type { BallotKind, BallotShare } from '#contract/ballots-shapes.ts'
import type { NoticeDays } from '#server/modules/public-notices/index.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { candidacyRules, type CandidacyRules } from '../candidacy/rules.ts'
import type { FollowingRules } from '../counting/next-ballot.ts'
import type { CountingRules, Share } from '../counting/rules.ts'

/** A size the table allows for so many members (B20); `upTo` null: any more. */
export interface CommitteeSize {
  upTo: number | null
  least: number
  most: number
}

/** Every rule an election rests on, as it held when it was planned. */
export interface ElectionRules {
  quorum: Rule<Omit<Share, 'operator'>>
  majority: Rule<Omit<Share, 'operator'>>
  paper: Rule<Pick<CountingRules, 'writeIns' | 'blank'>>
  surplus: Rule<{ percent: number; least: number }>
  following: Rule<FollowingRules>
  notice: Rule<NoticeDays>
  sizes: Rule<CommitteeSize[]>
  smallestBreakdown: Rule<number>
  /** The candidate rules; missing in elections that were planned before they stood in one place. */
  candidacy?: CandidacyRules
  /** How votes of the first of two rounds are counted (B6). */
  preElection: Rule<Pick<CountingRules, 'majority' | 'writeIns'>>
  /** How many delegates for how many members (B21). */
  delegateCounts: Rule<DelegateBand[]>
}

/** So many delegates from so many members on. */
export interface DelegateBand {
  from: number
  least: number
  most: number
}

/** The rules of a kind of election on a day where the tenant lies. */
export async function rulesOfElection(tx: Tx, kind: BallotKind, day: string): Promise<ElectionRules> {
  return {
    quorum: await ruleFor(tx, 'ballots.quorum', day),
    majority: await ruleFor(tx, kind === 'recall' ? 'ballots.majority.recall' : 'ballots.majority', day),
    paper: await ruleFor(tx, kind === 'recall' ? 'ballots.paper.recall' : 'ballots.paper', day),
    surplus: await ruleFor(tx, `ballots.surplus.${kind}`, day),
    following: await ruleFor(tx, 'ballots.following', day),
    notice: await ruleFor(tx, kind === 'chair' ? 'ballots.notice.chair' : 'ballots.notice', day),
    sizes: await ruleFor(tx, 'ballots.committee_sizes', day),
    smallestBreakdown: await ruleFor(tx, 'ballots.smallest_breakdown', day),
    candidacy: await candidacyRules(tx, day),
    preElection: await ruleFor(tx, 'ballots.pre_election', day),
    delegateCounts: await ruleFor(tx, 'ballots.delegate_counts', day),
  }
}

/** A share as it is shown and counted: its operator is the rule's. */
export function shareOf(rule: Rule<Omit<Share, 'operator'>>): BallotShare {
  return { ...rule.value, operator: rule.operator === '>' ? '>' : '>=', source: rule.source }
}

/** What one vote for so many seats is counted by. */
export function countingOf(rules: ElectionRules, seats: number): CountingRules {
  const { source: _quorum, ...quorum } = shareOf(rules.quorum)
  const { source: _majority, ...majority } = shareOf(rules.majority)
  return { seats, quorum, majority, ...rules.paper.value }
}

/** What a vote of the first of two rounds is counted by: it finds so many candidates for the second. */
export function preCountingOf(rules: ElectionRules, seats: number): CountingRules {
  return { ...countingOf(rules, seats), ...rules.preElection.value }
}

/** The band of the table for so many members; null below the first: then all members meet. */
export function delegateBand(rules: ElectionRules, members: number): DelegateBand | null {
  return rules.delegateCounts.value.findLast(({ from }) => from <= members) ?? null
}

/** Whether a committee of so many seats is within the table for so many members. */
export function sizeAllowed(rules: ElectionRules, members: number, seats: number): boolean {
  const band = rules.sizes.value.find(({ upTo }) => upTo === null || members <= upTo)
  return band === undefined || (band.least <= seats && seats <= band.most)
}
