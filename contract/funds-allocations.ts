import { Type, type Static } from 'typebox'
import { AmountFen } from './funds.ts'
import { PointRefusal } from './funds-points.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'
import { registerWorkbook, Searched, sortedBy } from './registers.ts'

export const allocationStates = ['waiting', 'approved', 'refused', 'paid'] as const
/** Before, or after the decision of the second officer; paid: the unions have their money. */
export const AllocationState = oneOf(allocationStates)

const spending = {
  spentFen: Type.Integer(),
  onWorkersFen: Type.Integer({ description: 'of what was spent: directly on workers' }),
  directBasisPoints: Nullable(Type.Integer({ description: 'null: nothing spent yet' })),
}

/** What a union gets of an allocation and why, and how it spent it. */
export const AllocationShareRow = Type.Object({
  id: Id,
  unionId: Id,
  unionName: Type.String(),
  class: Type.String(),
  workers: Type.Integer(),
  weight: Type.Integer({ description: 'workers times the weight of the class' }),
  amountFen: Type.Integer(),
  ...spending,
})
export type AllocationShareRow = Static<typeof AllocationShareRow>

/** A share as its union’s own register shows it. */
export const UnionShareRow = Type.Intersect([
  AllocationShareRow,
  Type.Object({
    organisationId: Id,
    year: Type.Integer(),
    documentNo: Type.String(),
    state: AllocationState,
  }),
])
export type UnionShareRow = Static<typeof UnionShareRow>

/** Money a union spent of its share. */
export const AllocationSpending = Type.Object({
  id: Id,
  voucherNo: Type.String(),
  purpose: Type.String(),
  amountFen: Type.Integer(),
  onWorkersFen: Type.Integer(),
  spentOn: DateOnly,
  recordedBy: Type.String(),
  reversal: Nullable(Type.Object({ reason: Type.String(), reversedBy: Type.String() })),
})
export type AllocationSpending = Static<typeof AllocationSpending>

/** Money for the grassroots, allocated by class of union. */
export const AllocationRow = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  year: Type.Integer(),
  documentNo: Type.String(),
  state: AllocationState,
  totalFen: Type.Integer(),
  unions: Type.Integer(),
  ...spending,
})
export type AllocationRow = Static<typeof AllocationRow>

/** A class of unions as the rule of the day weighs it, and whom it fits. */
export const AllocationClass = Type.Object({
  class: Type.String(),
  weight: Type.Integer(),
  isTwoNew: Type.Optional(Type.Boolean()),
  mostWorkers: Type.Optional(Type.Integer()),
})
export type AllocationClass = Static<typeof AllocationClass>

const Rule = Type.Object({ classes: Type.Array(AllocationClass), source: Type.String() })

/** An allocation with its rule, its hands and what each union gets. */
export const Allocation = Type.Intersect([
  AllocationRow,
  Type.Object({
    budgetId: Id,
    budgetName: Type.String(),
    allocatedBy: Type.String(),
    allocatedAt: Instant,
    decision: Nullable(Type.Object({ reason: Type.String(), decidedBy: Type.String(), decidedAt: Instant })),
    payment: Nullable(Type.Object({ voucherNo: Type.String(), paidOn: DateOnly, paidBy: Type.String() })),
    rule: Rule,
    shares: Type.Array(AllocationShareRow),
    can: Type.Object({ decide: PointRefusal, pay: PointRefusal }),
  }),
])
export type Allocation = Static<typeof Allocation>

/** What an allocation of a sum would give each union below an organisation today. */
export const AllocationPlan = Type.Object({
  rule: Rule,
  unions: Type.Array(
    Type.Object({
      unionId: Id,
      unionName: Type.String(),
      class: Type.String(),
      workers: Type.Integer(),
      weight: Type.Integer(),
      amountFen: Type.Integer(),
    }),
  ),
  withoutWorkers: Type.Integer({ description: 'unions left out because no worker of theirs is reported' }),
})
export type AllocationPlan = Static<typeof AllocationPlan>

const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
const Voucher = Type.String({ minLength: 2, maxLength: 60 })
const Reason = Type.String({ minLength: 4, maxLength: 300 })
const ofAllocation = Type.Object({ allocationId: Id })
const ofShare = Type.Object({ shareId: Id })
const listed = {
  year: Type.Optional(Year),
  state: Type.Optional(AllocationState),
  q: Searched,
  sort: sortedBy(['document', 'year', 'total', 'unions', 'spent', 'direct']),
}
const listedShares = {
  year: Type.Optional(Year),
  state: Type.Optional(oneOf(['approved', 'paid'])),
  q: Searched,
  sort: sortedBy(['union', 'year', 'share', 'spent', 'left', 'direct']),
}

/** Differentiated allocation of union funds by class of union. */
export const operations = {
  planAllocation: operation({
    method: 'GET',
    path: '/allocation-plan',
    summary:
      'What a sum would give each basic union below an organisation, by the class and workers on record',
    query: Type.Object({ organisationId: Id, totalFen: AmountFen }),
    output: AllocationPlan,
  }),
  listAllocations: operation({
    method: 'GET',
    path: '/allocations',
    summary: 'Allocations to the grassroots within scope, with the share spent directly on workers',
    query: Type.Object({ ...PageQuery, ...listed }),
    output: PageOf(AllocationRow),
  }),
  downloadAllocations: registerWorkbook('/allocations/workbook', 'Allocations as a workbook', listed),
  getAllocation: operation({
    method: 'GET',
    path: '/allocations/:allocationId',
    summary: 'One allocation with its rule, its hands, what each union gets and how it was spent',
    params: ofAllocation,
    output: Allocation,
  }),
  downloadAllocation: operation({
    method: 'POST',
    path: '/allocations/:allocationId/workbook',
    summary: 'Who gets what of an allocation, as a workbook',
    params: ofAllocation,
    body: Type.Object({ language: Type.Union([Type.Literal('zh'), Type.Literal('en')]) }),
    output: Nothing,
    file: 'download',
    load: 'export',
  }),
  createAllocation: operation({
    method: 'POST',
    path: '/allocations',
    summary: 'Share a sum of a budget among unions by class and workers; a second officer decides',
    body: Type.Object({
      organisationId: Id,
      budgetId: Id,
      year: Year,
      totalFen: AmountFen,
      documentNo: Type.String({ minLength: 2, maxLength: 60 }),
      unions: Type.Array(
        Type.Object({
          unionId: Id,
          class: Type.String({ minLength: 1, maxLength: 40 }),
          workers: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
        }),
        { minItems: 1, maxItems: 2000 },
      ),
    }),
    output: Type.Object({ allocationId: Id }),
    status: 201,
  }),
  decideAllocation: operation({
    method: 'POST',
    path: '/allocations/:allocationId/decision',
    summary:
      'Approve or refuse an allocation that another officer made; approved, its budget promises the sum',
    params: ofAllocation,
    body: Type.Object({
      outcome: oneOf(['approved', 'refused']),
      reason: Type.Optional(Type.String({ maxLength: 300 })),
    }),
    output: Nothing,
  }),
  payAllocation: operation({
    method: 'POST',
    path: '/allocations/:allocationId/payment',
    summary: 'Record that the unions got their money, with voucher and day: the third hand',
    params: ofAllocation,
    body: Type.Object({ voucherNo: Voucher, paidOn: DateOnly }),
    output: Nothing,
  }),
  listUnionShares: operation({
    method: 'GET',
    path: '/allocation-shares',
    summary: 'What unions within scope got of allocations that were approved, and how they spent it',
    query: Type.Object({ ...PageQuery, ...listedShares }),
    output: PageOf(UnionShareRow),
  }),
  downloadUnionShares: registerWorkbook(
    '/allocation-shares/workbook',
    'What unions got of allocations as a workbook',
    listedShares,
  ),
  getUnionShare: operation({
    method: 'GET',
    path: '/allocation-shares/:shareId',
    summary: 'One share with every voucher it was spent by',
    params: ofShare,
    output: Type.Intersect([
      UnionShareRow,
      Type.Object({ spending: Type.Array(AllocationSpending), canRecord: Type.Boolean() }),
    ]),
  }),
  recordAllocationSpending: operation({
    method: 'POST',
    path: '/allocation-shares/:shareId/spending',
    summary: 'Record what a union spent of its share, and how much of it directly on workers',
    params: ofShare,
    body: Type.Object({
      purpose: Type.String({ minLength: 2, maxLength: 80 }),
      amountFen: AmountFen,
      onWorkersFen: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
      spentOn: DateOnly,
      voucherNo: Voucher,
    }),
    output: Type.Object({ spendingId: Id }),
    status: 201,
  }),
  reverseAllocationSpending: operation({
    method: 'POST',
    path: '/allocation-spending/:spendingId/reversal',
    summary: 'Take back spending that was recorded by mistake; it stays on record',
    params: Type.Object({ spendingId: Id }),
    body: Type.Object({ reason: Reason }),
    output: Nothing,
  }),
}
