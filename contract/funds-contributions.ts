import { Type, type Static } from 'typebox'
import { AmountFen } from './funds.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'
import { registerWorkbook, sortedBy } from './registers.ts'
import { Month } from './stipends.ts'

export const contributionKinds = ['regular', 'preparatory'] as const
/** Of an employer with a union 工会经费, or before it has one 建会筹备金. */
export const ContributionKind = oneOf(contributionKinds)
export type ContributionKind = Static<typeof ContributionKind>

export const contributionWays = ['through_basic', 'through_tax'] as const
/** The basic union collects and pays up, or the tax office collects and the basic union’s share is refunded. */
export const ContributionWay = oneOf(contributionWays)
export type ContributionWay = Static<typeof ContributionWay>

export const contributionLevels = [
  'basic',
  'superior',
  'street',
  'district',
  'city',
  'province',
  'national',
] as const
/** Who shares a contribution; `superior`: all levels between, where the rule does not tell them apart. */
export const ContributionLevel = oneOf(contributionLevels)
export type ContributionLevel = Static<typeof ContributionLevel>

export const contributionStates = ['open', 'overdue', 'paid'] as const
/** Overdue: the day it was due by is over, and less than the whole came in. */
export const ContributionState = oneOf(contributionStates)
export type ContributionState = Static<typeof ContributionState>

export const contributionMovementKinds = ['receipt', 'remittance', 'refund', 'return', 'late_fee'] as const
/** Came in; paid up; refunded to the basic union; returned to a union that was set up; a late fee that came in. */
export const ContributionMovementKind = oneOf(contributionMovementKinds)
export type ContributionMovementKind = Static<typeof ContributionMovementKind>

/** What an employer contributes for a month, and what came of it. */
export const ContributionRow = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  employerId: Id,
  employerName: Type.String(),
  month: Month,
  kind: ContributionKind,
  way: ContributionWay,
  wageBaseFen: Type.Integer(),
  dueFen: Type.Integer(),
  dueOn: DateOnly,
  receivedFen: Type.Integer(),
  passedOnFen: Type.Integer({ description: 'paid up, refunded or returned' }),
  toPassOnFen: Type.Integer({ description: 'of what came in and was not passed on yet' }),
  daysOverdue: Type.Integer({ description: '0: not overdue' }),
  state: ContributionState,
})
export type ContributionRow = Static<typeof ContributionRow>

/** Money that came in or was passed on. */
export const ContributionMovement = Type.Object({
  id: Id,
  kind: ContributionMovementKind,
  amountFen: Type.Integer(),
  movedOn: DateOnly,
  voucherNo: Type.String(),
  recordedBy: Type.String(),
  recordedAt: Instant,
  reversal: Nullable(
    Type.Object({ reason: Type.String(), reversedBy: Type.String(), reversedAt: Type.String() }),
  ),
})
export type ContributionMovement = Static<typeof ContributionMovement>

/** Why somebody may not take a step, or null: they may. */
export const ContributionRefusal = Nullable(oneOf(['no_power', 'same_hand', 'money_moved']))
export type ContributionRefusal = Static<typeof ContributionRefusal>

/** An earlier record of the month that was withdrawn, and why. */
export const WithdrawnContribution = Type.Object({
  wageBaseFen: Type.Integer(),
  dueFen: Type.Integer(),
  recordedBy: Type.String(),
  recordedAt: Instant,
  reason: Type.String(),
  withdrawnBy: Type.String(),
  withdrawnAt: Instant,
})
export type WithdrawnContribution = Static<typeof WithdrawnContribution>

/** A contribution with its shares, movements, what was withdrawn before it, and the rules it was recorded by. */
export const Contribution = Type.Intersect([
  ContributionRow,
  Type.Object({
    recordedBy: Type.String(),
    recordedAt: Instant,
    shares: Type.Array(
      Type.Object({
        level: ContributionLevel,
        basisPoints: Type.Integer(),
        amountFen: Type.Integer(),
      }),
    ),
    movements: Type.Array(ContributionMovement),
    withdrawn: Type.Array(WithdrawnContribution),
    lateFee: Nullable(
      Type.Object({
        accruedFen: Type.Integer({ description: 'null in place of the whole: the rule charges none' }),
        receivedFen: Type.Integer(),
      }),
    ),
    passesOn: oneOf(['remittance', 'refund', 'return']),
    can: Type.Object({ withdraw: ContributionRefusal, book: ContributionRefusal }),
    rules: Type.Array(Type.Object({ key: Type.String(), value: Type.String(), source: Type.String() })),
  }),
])
export type Contribution = Static<typeof Contribution>

const listed = {
  month: Type.Optional(Month),
  kind: Type.Optional(ContributionKind),
  way: Type.Optional(ContributionWay),
  state: Type.Optional(ContributionState),
  q: Type.Optional(Type.String({ maxLength: 60, description: 'a part of the employer’s name' })),
}
const sort = sortedBy(['employer', 'month', 'due', 'received', 'dueOn'])

/** The sums of a register. */
export const ContributionTotals = Type.Object({
  contributions: Type.Integer(),
  dueFen: Type.Integer(),
  receivedFen: Type.Integer(),
  overdue: Type.Integer(),
  overdueFen: Type.Integer({ description: 'of what is overdue: not come in yet' }),
  passedOnFen: Type.Integer(),
})
export type ContributionTotals = Static<typeof ContributionTotals>

const Reason = Type.String({ minLength: 4, maxLength: 300 })
const ofContribution = Type.Object({ contributionId: Id })

/** Employers’ contributions to union funds: the register of a month, what came in, what was passed on. */
export const operations = {
  listContributions: operation({
    method: 'GET',
    path: '/contributions',
    summary: 'The register of contributions within scope, with what is overdue',
    query: Type.Object({ ...listed, sort, ...PageQuery }),
    output: PageOf(ContributionRow),
  }),
  sumContributions: operation({
    method: 'GET',
    path: '/contribution-totals',
    summary: 'What is due, came in, is overdue and was passed on, over the register within scope',
    query: Type.Object(listed),
    output: ContributionTotals,
  }),
  downloadContributions: registerWorkbook('/contributions/workbook', 'The register as a workbook', {
    ...listed,
    sort,
  }),
  getContribution: operation({
    method: 'GET',
    path: '/contributions/:contributionId',
    summary: 'One contribution with its shares by level and everything that moved',
    params: ofContribution,
    output: Contribution,
  }),
  recordContribution: operation({
    method: 'POST',
    path: '/contributions',
    summary: 'Record the wage base of an employer for a month: what is due, by when, and who shares it',
    body: Type.Object({
      organisationId: Id,
      employerId: Id,
      month: Month,
      kind: ContributionKind,
      way: ContributionWay,
      wageBaseFen: AmountFen,
    }),
    output: Type.Object({ contributionId: Id, dueFen: Type.Integer(), dueOn: DateOnly }),
    status: 201,
  }),
  withdrawContribution: operation({
    method: 'POST',
    path: '/contributions/:contributionId/withdrawal',
    summary: 'Withdraw a contribution that was recorded by mistake, before anything came in',
    params: ofContribution,
    body: Type.Object({ reason: Reason }),
    output: Nothing,
  }),
  recordContributionMovement: operation({
    method: 'POST',
    path: '/contributions/:contributionId/movements',
    summary: 'Record what came in, was paid up, refunded or returned, with voucher and day',
    params: ofContribution,
    body: Type.Object({
      kind: ContributionMovementKind,
      amountFen: AmountFen,
      movedOn: DateOnly,
      voucherNo: Type.String({ minLength: 2, maxLength: 60 }),
    }),
    output: Type.Object({ movementId: Id }),
    status: 201,
  }),
  reverseContributionMovement: operation({
    method: 'POST',
    path: '/contribution-movements/:movementId/reversal',
    summary: 'Take back what was recorded by mistake; it stays on record',
    params: Type.Object({ movementId: Id }),
    body: Type.Object({ reason: Reason }),
    output: Nothing,
  }),
}
