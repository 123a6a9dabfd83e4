import {
  insertAllocation,
  insertAllocationDecision,
  insertAllocationPayment,
  insertSpending,
  insertSpendingReversal,
} from '#server/modules/funds/allocations/store.ts'
import { insertBudget } from '#server/modules/funds/budgets/store.ts'
import { insertBenefit } from '#server/modules/funds/ceilings/store.ts'
import { insertDues, insertDuesWithdrawal } from '#server/modules/funds/dues/store.ts'
import { insertPrizeList } from '#server/modules/funds/prizes/store.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** An allocation that was paid, spending of it that was taken back, and a benefit that needs no decision: nothing can be done with them any more. */
export interface AllocationPlace {
  allocationId: string
  allocationShareId: string
  spendingId: string
  duesId: string
  unionBudgetId: string
  benefitId: string
}

/** The same of a place that does not exist. */
export const nowhereToAllocate: AllocationPlace = {
  allocationId: newId(),
  allocationShareId: newId(),
  spendingId: newId(),
  duesId: newId(),
  unionBudgetId: newId(),
  benefitId: newId(),
}

/** Makes it for an organisation. */
export async function allocationAt(
  tx: Tx,
  { organisationId, memberId, sourceId }: { organisationId: string; memberId: string; sourceId: string },
): Promise<AllocationPlace> {
  const somebody = { appointment: null, personId: memberId } as Actor
  const { version } = await ruleFor(tx, 'allocations.classes', '2020-01-01')
  const unionBudgetId = await insertBudget(tx, {
    organisationId,
    sourceId,
    parentId: null,
    name: '测试工会经费',
    purpose: 'union_funds',
    year: 2020,
    createdBy: null,
  })
  const allocationId = await insertAllocation(tx, somebody, {
    organisationId,
    budgetId: unionBudgetId,
    year: 2020,
    totalFen: 1,
    documentNo: '测试 1 号',
    ruleId: version,
    shares: [{ unionId: organisationId, class: 'standard', workers: 1, weight: 100, amountFen: 1 }],
  })
  await insertAllocationDecision(tx, somebody, { allocationId, outcome: 'approved', reason: '-' })
  await insertAllocationPayment(tx, somebody, { allocationId, voucherNo: '测试 1 号', paidOn: '2020-02-01' })
  const share = await tx
    .selectFrom('allocation_shares')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('allocation_id', '=', allocationId)
    .executeTakeFirstOrThrow()
  const spent = {
    shareId: share.id,
    purpose: '职工活动',
    amountFen: 1,
    onWorkersFen: 1,
    spentOn: '2020-02-01',
  }
  const spendingId = await insertSpending(tx, somebody, { ...spent, voucherNo: '测试 2 号' })
  await insertSpendingReversal(tx, somebody, { spendingId, reason: '测试冲销' })
  const duesId = await duesAt(tx, somebody, organisationId)
  await insertPrizeList(tx, somebody, {
    organisationId,
    budgetId: unionBudgetId,
    contest: '测试比赛',
    heldOn: '2020-01-01',
    contestants: 3,
    winners: 1,
    totalFen: 1,
    ruleId: (await ruleFor(tx, 'prizes.winners', '2020-01-01')).version,
  })
  const benefitId = await insertBenefit(tx, somebody, {
    organisationId,
    personId: memberId,
    category: 'birthday',
    occasion: null,
    event: '2020-01-01',
    givenOn: '2020-01-01',
    amountFen: 1,
    note: '',
    budgetId: null,
    rules: {},
  })
  return { allocationId, allocationShareId: share.id, spendingId, duesId, unionBudgetId, benefitId }
}

/** Dues that stand, and dues that were withdrawn: gives the id of these. */
async function duesAt(tx: Tx, somebody: Actor, unionId: string): Promise<string> {
  const { version: ruleId } = await ruleFor(tx, 'dues.rate', '2019-01-01')
  const of = { unionId, members: 1, dueFen: 1, receivedFen: 1, receivedOn: '2019-03-01', ruleId }
  await insertDues(tx, somebody, { ...of, month: '2019-02', voucherNo: '测试 2 号' })
  const duesId = await insertDues(tx, somebody, { ...of, month: '2019-01', voucherNo: '测试 1 号' })
  await insertDuesWithdrawal(tx, somebody, { duesId, reason: '测试撤回' })
  return duesId
}
