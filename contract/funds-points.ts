import { Type, type Static } from 'typebox'
import { AmountFen } from './funds.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'
import { registerWorkbook, Searched, sortedBy } from './registers.ts'

export const pointPayers = ['two_new_committee', 'district_federation', 'street_town'] as const
/** The three that share what a directly managed point gets. */
export const PointPayer = oneOf(pointPayers)
export type PointPayer = Static<typeof PointPayer>

export const pointLevels = ['district', 'street'] as const
/** Who manages the point directly. */
export const PointLevel = oneOf(pointLevels)
export type PointLevel = Static<typeof PointLevel>

export const linkedAreas = ['organisation', 'cadres', 'venue', 'contests', 'brand'] as const
/** The five linked areas 五联 a report of progress goes through. */
export type LinkedArea = (typeof linkedAreas)[number]

export const pointStates = ['waiting', 'approved', 'refused'] as const
/** Where a grant stands: before, or after the decision of the second officer. */
export const PointState = oneOf(pointStates)

/** What one payer gives in all, and has paid. */
export const PayerShare = Type.Object({
  payer: PointPayer,
  amountFen: Type.Integer(),
  paidFen: Type.Integer(),
})
export type PayerShare = Static<typeof PayerShare>

/** The grant of a point for a year. */
export const DirectPointRow = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  year: Type.Integer(),
  level: PointLevel,
  state: PointState,
  totalFen: Type.Integer(),
  paidFen: Type.Integer(),
  payableFen: Type.Integer({ description: 'what could be paid now and is not' }),
  shares: Type.Array(PayerShare),
  acceptedReports: Type.Integer(),
  waitingReports: Type.Integer(),
  demonstrationUntil: Nullable(DateOnly),
})
export type DirectPointRow = Static<typeof DirectPointRow>

/** Why somebody may not take a step, or null: they may. */
export const PointRefusal = Nullable(oneOf(['no_power', 'wrong_state', 'same_hand', 'own_unit']))
export type PointRefusal = Static<typeof PointRefusal>

export const partStates = ['not_yet', 'payable', 'paid'] as const
/** One payer’s sum in one part: when it may be paid, and the payment that stands. */
export const PointPart = Type.Object({
  shareId: Id,
  payer: PointPayer,
  part: Type.Integer(),
  afterReports: Type.Integer(),
  budgetId: Id,
  budgetName: Type.String(),
  amountFen: Type.Integer(),
  state: oneOf(partStates),
  payment: Nullable(
    Type.Object({ id: Id, voucherNo: Type.String(), paidOn: DateOnly, paidBy: Type.String() }),
  ),
})
export type PointPart = Static<typeof PointPart>

const areaText = Type.String({ minLength: 4, maxLength: 600 })
const AreaTexts = Type.Object({
  organisation: areaText,
  cadres: areaText,
  venue: areaText,
  contests: areaText,
  brand: areaText,
})
const score = Type.Integer({ minimum: 0, maximum: 100 })
const AreaScores = Type.Object({
  organisation: score,
  cadres: score,
  venue: score,
  contests: score,
  brand: score,
})
export type AreaScores = Static<typeof AreaScores>

export const reviewOutcomes = ['accepted', 'returned'] as const
/** A report of progress, and what its review said. */
export const PointReport = Type.Object({
  id: Id,
  number: Type.Integer(),
  areas: AreaTexts,
  reportedBy: Type.String(),
  reportedAt: Instant,
  review: Nullable(
    Type.Object({
      outcome: oneOf(reviewOutcomes),
      scores: AreaScores,
      reason: Type.String(),
      reviewedBy: Type.String(),
      reviewedAt: Instant,
    }),
  ),
  canReview: PointRefusal,
})
export type PointReport = Static<typeof PointReport>

/** A criterion of demonstration points: how much is wanted and what the records say. An area’s by its name. */
export const Finding = Type.Object({
  criterion: oneOf(['reports', 'mean', ...linkedAreas]),
  wanted: Type.Integer(),
  found: Type.Integer(),
  isMet: Type.Boolean(),
})
export type Finding = Static<typeof Finding>

/** A point proposed as demonstration point 示范点. */
export const DemonstrationProposal = Type.Object({
  id: Id,
  reason: Type.String(),
  findings: Type.Array(Finding),
  proposedBy: Type.String(),
  proposedAt: Instant,
  decision: Nullable(
    Type.Object({
      outcome: oneOf(['designated', 'refused']),
      reason: Type.String(),
      startsOn: DateOnly,
      endsBefore: DateOnly,
      decidedBy: Type.String(),
    }),
  ),
  canDecide: PointRefusal,
})
export type DemonstrationProposal = Static<typeof DemonstrationProposal>

/** A grant with everything that happened to it. */
export const DirectPoint = Type.Intersect([
  DirectPointRow,
  Type.Object({
    documentNo: Type.String(),
    grantedBy: Type.String(),
    grantedAt: Instant,
    decision: Nullable(Type.Object({ reason: Type.String(), decidedBy: Type.String(), decidedAt: Instant })),
    parts: Type.Array(PointPart),
    reports: Type.Array(PointReport),
    findings: Type.Array(Finding),
    proposals: Type.Array(DemonstrationProposal),
    rules: Type.Array(Type.Object({ key: Type.String(), value: Type.String(), source: Type.String() })),
    can: Type.Object({
      decide: PointRefusal,
      pay: PointRefusal,
      report: PointRefusal,
      propose: PointRefusal,
    }),
  }),
])
export type DirectPoint = Static<typeof DirectPoint>

/** What the rules of today say of a new grant. */
export const DirectPointTerms = Type.Object({
  leastFen: Type.Integer(),
  mostFen: Type.Integer(),
  weights: Type.Array(Type.Object({ payer: PointPayer, weight: Type.Integer() })),
  parts: Type.Array(Type.Object({ part: Type.Integer(), permille: Type.Integer(), reports: Type.Integer() })),
  sources: Type.Array(Type.String()),
})
export type DirectPointTerms = Static<typeof DirectPointTerms>

const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
const Reason = Type.String({ minLength: 4, maxLength: 300 })
const ofGrant = Type.Object({ grantId: Id })
const listed = {
  year: Type.Optional(Year),
  level: Type.Optional(PointLevel),
  state: Type.Optional(PointState),
  waits: Type.Optional(oneOf(['payment', 'review', 'demonstration'])),
  q: Searched,
  sort: sortedBy(['organisation', 'year', 'total', 'payable']),
}

/** Directly managed points: the grant of a year, three payers, parts after reports, demonstration points. */
export const operations = {
  getDirectPointTerms: operation({
    method: 'GET',
    path: '/direct-point-terms',
    summary: 'How much a point may get in a year, how it is shared and in which parts it is paid',
    output: DirectPointTerms,
  }),
  listDirectPoints: operation({
    method: 'GET',
    path: '/direct-points',
    summary: 'Directly managed points within scope, with what each payer gave and paid',
    query: Type.Object({ ...PageQuery, ...listed }),
    output: PageOf(DirectPointRow),
  }),
  downloadDirectPoints: registerWorkbook(
    '/direct-points/workbook',
    'Directly managed points as a workbook',
    listed,
  ),
  getDirectPoint: operation({
    method: 'GET',
    path: '/direct-points/:grantId',
    summary: 'One grant with shares, payments, reports of progress and what one may do',
    params: ofGrant,
    output: DirectPoint,
  }),
  createDirectPointGrant: operation({
    method: 'POST',
    path: '/direct-points',
    summary: 'Grant a point its money of a year, shared by three payers; a second officer approves it',
    body: Type.Object({
      organisationId: Id,
      year: Year,
      level: PointLevel,
      totalFen: AmountFen,
      documentNo: Type.String({ minLength: 2, maxLength: 60 }),
      shares: Type.Array(Type.Object({ payer: PointPayer, amountFen: AmountFen, budgetId: Id }), {
        minItems: 1,
        maxItems: 3,
      }),
    }),
    output: Type.Object({ grantId: Id }),
    status: 201,
  }),
  decideDirectPointGrant: operation({
    method: 'POST',
    path: '/direct-points/:grantId/decision',
    summary:
      'Approve or refuse a grant that another officer made; approved, each payer’s budget promises its share',
    params: ofGrant,
    body: Type.Object({
      outcome: oneOf(['approved', 'refused']),
      reason: Type.Optional(Type.String({ maxLength: 300 })),
    }),
    output: Nothing,
  }),
  payDirectPointShare: operation({
    method: 'POST',
    path: '/direct-point-shares/:shareId/payments',
    summary: 'Record that a payer paid its sum of a part, with voucher and day: the third hand',
    params: Type.Object({ shareId: Id }),
    body: Type.Object({ voucherNo: Type.String({ minLength: 2, maxLength: 60 }), paidOn: DateOnly }),
    output: Type.Object({ paymentId: Id }),
    status: 201,
  }),
  reverseDirectPointPayment: operation({
    method: 'POST',
    path: '/direct-point-payments/:paymentId/reversal',
    summary: 'Take a payment that was recorded by mistake back; it stays on record',
    params: Type.Object({ paymentId: Id }),
    body: Type.Object({ reason: Reason }),
    output: Nothing,
  }),
  reportDirectPoint: operation({
    method: 'POST',
    path: '/direct-points/:grantId/reports',
    summary: 'Report the progress of a point over the five linked areas',
    params: ofGrant,
    body: Type.Object({ areas: AreaTexts }),
    output: Type.Object({ reportId: Id }),
    status: 201,
  }),
  reviewDirectPointReport: operation({
    method: 'POST',
    path: '/direct-point-reports/:reportId/review',
    summary: 'Score the five areas of a report and accept or return it; accepted, the next part may be paid',
    params: Type.Object({ reportId: Id }),
    body: Type.Object({
      outcome: oneOf(reviewOutcomes),
      scores: AreaScores,
      reason: Type.Optional(Type.String({ maxLength: 300 })),
    }),
    output: Nothing,
  }),
  proposeDemonstrationPoint: operation({
    method: 'POST',
    path: '/direct-points/:grantId/demonstration',
    summary: 'Propose a point as demonstration point; every criterion must be met',
    params: ofGrant,
    body: Type.Object({ reason: Reason }),
    output: Type.Object({ proposalId: Id }),
    status: 201,
  }),
  decideDemonstrationPoint: operation({
    method: 'POST',
    path: '/demonstration-points/:proposalId/decision',
    summary: 'Designate a demonstration point until its next review, or refuse',
    params: Type.Object({ proposalId: Id }),
    body: Type.Object({ outcome: oneOf(['designated', 'refused']), reason: Reason }),
    output: Nothing,
  }),
}
