import type { operations } from '#contract/funds-allocations.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { yuanOf } from '../../yuan.ts'
import { findAllocation, findAllocationShare, findSpending } from '../queries/find-allocation.ts'
import { insertSpending, insertSpendingReversal, lockAllocation } from '../store.ts'

const permission = 'union_funds.record'

/** Records what a union spent of a share that was paid, never more than is left, and how much of it directly on workers. */
export async function recordAllocationSpending(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['recordAllocationSpending']>,
): Promise<{ spendingId: string }> {
  const { allocationId, unionId } = await findAllocationShare(tx, input.shareId)
  await mustReach(tx, { actor, permission }, unionId)
  await lockAllocation(tx, allocationId)
  const { state } = await findAllocation(tx, allocationId)
  if (state !== 'paid') conflict('allocations.not_paid')
  if (input.spentOn > actor.today) invalid([{ path: 'spentOn', code: 'allocations.day_to_come' }])
  if (input.onWorkersFen > input.amountFen)
    invalid([{ path: 'onWorkersFen', code: 'allocations.more_than_spent' }])
  const { leftFen } = await findAllocationShare(tx, input.shareId)
  if (input.amountFen > leftFen) refuse('allocations.too_much', { left: yuanOf(leftFen) })
  const spent = { ...input, purpose: input.purpose.trim(), voucherNo: input.voucherNo.trim() }
  const spendingId = await insertSpending(tx, actor, spent)
  await audit(tx, actor, 'allocations.spent', {
    kind: 'allocation',
    id: allocationId,
    organisationId: unionId,
    params: { amount: yuanOf(input.amountFen), workers: yuanOf(input.onWorkersFen) },
  })
  return { spendingId }
}

/** Takes back spending that was recorded by mistake: the sum is left again, and its voucher may be recorded anew. */
export async function reverseAllocationSpending(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['reverseAllocationSpending']>,
): Promise<Record<string, never>> {
  const { shareId, amountFen } = await findSpending(tx, input.spendingId)
  const { allocationId, unionId } = await findAllocationShare(tx, shareId)
  await mustReach(tx, { actor, permission }, unionId)
  await lockAllocation(tx, allocationId)
  await insertSpendingReversal(tx, actor, { ...input, reason: input.reason.trim() })
  await audit(tx, actor, 'allocations.spending_reversed', {
    kind: 'allocation',
    id: allocationId,
    organisationId: unionId,
    params: { amount: yuanOf(amountFen) },
  })
  return {}
}
