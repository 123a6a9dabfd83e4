import type { BallotKind, BallotShare, Declaration } from '#contract/ballots-shapes.ts'
import type { NoticeDays } from '#server/modules/public-notices/index.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
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
  /** What a declaration bars, and by which document; a kind without such a rule bars nobody. */
  barred: Rule<Declaration[]> | null
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
    barred: hasBars(kind) ? await ruleFor(tx, `ballots.barred.${barsOf[kind]}`, day) : null,
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

/** The rules that bar somebody who declares this (B11, B12, B19), each with its source. */
export function barredBy(
  rules: ElectionRules,
  declared: readonly Declaration[],
): { declaration: Declaration; source: string }[] {
  const { barred } = rules
  if (barred === null) return []
  return declared
    .filter((each) => barred.value.includes(each))
    .map((declaration) => ({ declaration, source: barred.source }))
}

/** Whether a committee of so many seats is within the table for so many members. */
export function sizeAllowed(rules: ElectionRules, members: number, seats: number): boolean {
  const band = rules.sizes.value.find(({ upTo }) => upTo === null || members <= upTo)
  return band === undefined || (band.least <= seats && seats <= band.most)
}

const barsOf = {
  committee: 'committee',
  standing_committee: 'committee',
  audit_committee: 'audit_committee',
  chair: 'chair',
} as const

function hasBars(kind: BallotKind): kind is keyof typeof barsOf {
  return kind in barsOf
}
