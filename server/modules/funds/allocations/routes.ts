import { operations } from '#contract/funds-allocations.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { createAllocation, decideAllocation, recordAllocationSpending } from './commands/allocate.ts'
import { getAllocation, listAllocations } from './queries/allocations.ts'

/** Differentiated allocation of union funds to the grassroots. */
export const allocationRoutes: readonly Route[] = [
  route('listAllocations', operations.listAllocations, 'funds.read', listAllocations),
  route('getAllocation', operations.getAllocation, 'funds.read', getAllocation),
  route('createAllocation', operations.createAllocation, 'funds.write', createAllocation),
  route('decideAllocation', operations.decideAllocation, 'funds.check', decideAllocation),
  route(
    'recordAllocationSpending',
    operations.recordAllocationSpending,
    'funds.report',
    recordAllocationSpending,
  ),
]
