import type { ContributionKind, ContributionLevel, ContributionWay } from '#contract/funds-contributions.ts'
import { shareOut } from '#contract/share-out.ts'

/** The whole, in basis points. */
const whole = 10_000

/** What an employer contributes of the wage base, and how half a fen is rounded (D1). */
export interface Rate {
  basisPoints: number
  rounding: 'half_up' | 'down'
}

/** The day a contribution is due by: so many months after its month (D1). */
export interface DueDay {
  monthsAfter: number
  dayOfMonth: number
}

/** What a level gets of a contribution, in basis points (D4). */
export interface SplitRow {
  level: ContributionLevel
  basisPoints: number
}

/** What a level gets in fen. */
export interface LevelShare extends SplitRow {
  amountFen: number
}

/** The contribution on a wage base, in whole fen. A base that is not whole fen, or is below zero, is thrown back. */
export function dueOf(baseFen: number, { basisPoints, rounding }: Rate): number {
  if (!Number.isSafeInteger(baseFen) || baseFen < 0) throw new RangeError('a wage base is whole fen')
  const product = BigInt(baseFen) * BigInt(basisPoints)
  return Number((product + (rounding === 'half_up' ? BigInt(whole / 2) : 0n)) / BigInt(whole))
}

/** The day a month’s contribution is due by; where its month is shorter, the last day of it. */
export function dueOn(month: string, { monthsAfter, dayOfMonth }: DueDay): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, number + monthsAfter, 0))
  return new Date(
    Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(dayOfMonth, last.getUTCDate())),
  )
    .toISOString()
    .slice(0, 10)
}

/** What is wrong with a split; null: its levels stand once each, and their shares sum to exactly the whole. */
export function splitFault(split: readonly SplitRow[]): 'not_whole' | 'level_twice' | 'not_positive' | null {
  if (split.some(({ basisPoints }) => !Number.isSafeInteger(basisPoints) || basisPoints <= 0))
    return 'not_positive'
  if (new Set(split.map(({ level }) => level)).size < split.length) return 'level_twice'
  return split.reduce((so, { basisPoints }) => so + basisPoints, 0) === whole ? null : 'not_whole'
}

/**
 * A sum by levels, to the fen: each gets its part rounded down, and what is left goes to the basic union, where there is none to the level named
 * first (D4). A split that is not whole is thrown back: the rule is wrong, not what somebody entered.
 */
export function splitByLevel(amountFen: number, split: readonly SplitRow[]): LevelShare[] {
  const fault = splitFault(split)
  if (fault !== null) throw new RangeError(`a split that is ${fault}`)
  const shares = split.map((row) => ({
    ...row,
    amountFen: Number((BigInt(amountFen) * BigInt(row.basisPoints)) / BigInt(whole)),
  }))
  const rest = amountFen - shares.reduce((so, share) => so + share.amountFen, 0)
  const remainder = shares.find(({ level }) => level === 'basic') ?? shares[0]!
  remainder.amountFen += rest
  return shares
}

export const passingOnOf = {
  regular: { through_basic: 'remittance', through_tax: 'refund' },
  preparatory: { through_basic: 'return', through_tax: 'return' },
} as const satisfies Record<ContributionKind, Record<ContributionWay, string>>

/**
 * What has to be passed on of what came in: collected by the basic union, the share of everybody above it (40 %); collected by tax, the share of the
 * basic union, refunded (60 %). Of a preparatory contribution: what a union that was set up gets returned, by the rule.
 */
export function toPassOn(
  receivedFen: number,
  asked: {
    kind: ContributionKind
    way: ContributionWay
    split: readonly SplitRow[]
    returnBasisPoints: number
  },
): number {
  if (asked.kind === 'preparatory')
    return shareOut(receivedFen, [asked.returnBasisPoints, whole - asked.returnBasisPoints])[0]!
  const basic = splitByLevel(receivedFen, asked.split)
    .filter(({ level }) => level === 'basic')
    .reduce((so, { amountFen }) => so + amountFen, 0)
  return asked.way === 'through_tax' ? basic : receivedFen - basic
}

/** Where a contribution stands on a day: on the day it is due by it is not overdue yet. */
export function stateOn(
  day: string,
  { dueFen, receivedFen, dueOn: until }: { dueFen: number; receivedFen: number; dueOn: string },
): 'paid' | 'open' | 'overdue' {
  if (receivedFen >= dueFen) return 'paid'
  return day > until ? 'overdue' : 'open'
}

/** The late fee of a region (D2): off where it is not charged; capped at the debt where the rule says so. */
export interface LateFee {
  isCharged: boolean
  basisPointsPerDay: number
  cap: 'none' | 'debt'
}

/**
 * The late fee that has accrued up to a day, in whole fen rounded down: what came in late for the days it was late, what has not come in until the
 * day. Nothing where the rule charges none.
 */
export function lateFeeOn(
  day: string,
  debt: { dueFen: number; dueOn: string; receipts: readonly { movedOn: string; amountFen: number }[] },
  { isCharged, basisPointsPerDay, cap }: LateFee,
): number {
  if (!isCharged) return 0
  const received = debt.receipts.reduce((so, { amountFen }) => so + amountFen, 0)
  const parts = [...debt.receipts, { movedOn: day, amountFen: Math.max(0, debt.dueFen - received) }]
  const product = parts.reduce(
    (so, { movedOn, amountFen }) =>
      so + BigInt(amountFen) * BigInt(daysLate(debt.dueOn, movedOn)) * BigInt(basisPointsPerDay),
    0n,
  )
  const accrued = Number(product / BigInt(whole))
  return cap === 'debt' ? Math.min(accrued, debt.dueFen) : accrued
}

function daysLate(dueOn: string, day: string): number {
  return Math.max(0, Math.round((Date.parse(day) - Date.parse(dueOn)) / 86_400_000))
}
