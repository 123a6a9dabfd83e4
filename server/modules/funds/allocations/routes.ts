import { operations } from '#contract/funds-allocations.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { createAllocation, decideAllocation, payAllocation } from './commands/allocate.ts'
import { recordAllocationSpending, reverseAllocationSpending } from './commands/spend-share.ts'
import { getAllocation, listAllocations } from './queries/allocations.ts'
import { planAllocation } from './queries/plan.ts'
import { downloadAllocation } from './queries/workbook.ts'
import { getUnionShare, listUnionShares } from './queries/union-shares.ts'
import { downloadAllocations, downloadUnionShares } from './queries/registers.ts'

const record = 'union_funds.record'

/** Differentiated allocation of union funds to the grassroots. */
export const allocationRoutes: readonly Route[] = [
  route('planAllocation', operations.planAllocation, 'funds.write', planAllocation),
  route('listAllocations', operations.listAllocations, 'funds.read', listAllocations),
  downloadRoute('downloadAllocations', operations.downloadAllocations, 'funds.read', downloadAllocations),
  route('getAllocation', operations.getAllocation, 'funds.read', getAllocation),
  downloadRoute('downloadAllocation', operations.downloadAllocation, 'funds.read', downloadAllocation),
  route('createAllocation', operations.createAllocation, 'funds.write', createAllocation),
  route('decideAllocation', operations.decideAllocation, 'funds.check', decideAllocation),
  route('payAllocation', operations.payAllocation, 'funds.pay', payAllocation),
  route('listUnionShares', operations.listUnionShares, 'union_funds.read', listUnionShares),
  downloadRoute(
    'downloadUnionShares',
    operations.downloadUnionShares,
    'union_funds.read',
    downloadUnionShares,
  ),
  route('getUnionShare', operations.getUnionShare, 'union_funds.read', getUnionShare),
  route('recordAllocationSpending', operations.recordAllocationSpending, record, recordAllocationSpending),
  route('reverseAllocationSpending', operations.reverseAllocationSpending, record, reverseAllocationSpending),
]
