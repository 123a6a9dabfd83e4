import { Type, type Static } from 'typebox'
import { AmountFen } from './funds.ts'
import { DateOnly, Id, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

export const allocationStates = ['waiting', 'approved', 'refused'] as const
/** Before, or after the decision of the second officer. */
export const AllocationState = oneOf(allocationStates)

/** What a union gets of an allocation, and how it spent it. */
export const AllocationShareRow = Type.Object({
  id: Id,
  unionId: Id,
  unionName: Type.String(),
  class: Type.String(),
  workers: Type.Integer(),
  amountFen: Type.Integer(),
  spentFen: Type.Integer(),
  onWorkersFen: Type.Integer({ description: 'of what was spent: directly on workers' }),
  directBasisPoints: Nullable(Type.Integer({ description: 'null: nothing spent yet' })),
})
export type AllocationShareRow = Static<typeof AllocationShareRow>

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
  spentFen: Type.Integer(),
  onWorkersFen: Type.Integer(),
  directBasisPoints: Nullable(Type.Integer()),
})
export type AllocationRow = Static<typeof AllocationRow>

const ofAllocation = Type.Object({ allocationId: Id })

/** Differentiated allocation of union funds by class of union. */
export const operations = {
  listAllocations: operation({
    method: 'GET',
    path: '/allocations',
    summary: 'Allocations to the grassroots within scope, with the share spent directly on workers',
    query: Type.Object({ ...PageQuery, year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })) }),
    output: PageOf(AllocationRow),
  }),
  getAllocation: operation({
    method: 'GET',
    path: '/allocations/:allocationId',
    summary: 'One allocation with what each union gets and how it was spent',
    params: ofAllocation,
    output: Type.Intersect([AllocationRow, Type.Object({ shares: Type.Array(AllocationShareRow) })]),
  }),
  createAllocation: operation({
    method: 'POST',
    path: '/allocations',
    summary: 'Share a sum among unions by class and workers; a second officer decides',
    body: Type.Object({
      organisationId: Id,
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
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
    summary: 'Approve or refuse an allocation that another officer made',
    params: ofAllocation,
    body: Type.Object({
      outcome: oneOf(['approved', 'refused']),
      reason: Type.Optional(Type.String({ maxLength: 300 })),
    }),
    output: Nothing,
  }),
  recordAllocationSpending: operation({
    method: 'POST',
    path: '/allocation-shares/:shareId/spending',
    summary: 'Record what a union spent of its share, and how much of it directly on workers',
    params: Type.Object({ shareId: Id }),
    body: Type.Object({
      amountFen: AmountFen,
      onWorkersFen: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
      spentOn: DateOnly,
      voucherNo: Type.String({ minLength: 2, maxLength: 60 }),
    }),
    output: Nothing,
    status: 201,
  }),
}
