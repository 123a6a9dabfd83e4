import type { operations } from '#contract/funds-allocations.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { handOf } from '../../payments/policy.ts'
import { yuanOf } from '../../yuan.ts'
import {
  basicUnionsInReach,
  findAllocation,
  findAllocationShare,
  type AllocationHead,
} from '../queries/find-allocation.ts'
import { allocate, allocationFault, type ClassWeight } from '../rules.ts'
import { insertAllocation, insertAllocationDecision, insertSpending, lockAllocation } from '../store.ts'

/** Shares a sum among basic unions within reach by class and workers, by the weights of today, to the fen. A second officer decides on it. */
export async function createAllocation(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['createAllocation']>,
): Promise<{ allocationId: string }> {
  await mustReach(tx, { actor, permission: 'funds.write' }, input.organisationId)
  const classes = await ruleFor<ClassWeight[]>(tx, 'allocations.classes', actor.today)
  const fault = allocationFault(input.unions, classes.value)
  if (fault !== null) refuse(fault)
  const unionIds = input.unions.map(({ unionId }) => unionId)
  if ((await basicUnionsInReach(tx, actor, unionIds)) < unionIds.length)
    refuse('allocations.not_basic_unions')
  const allocationId = await insertAllocation(tx, actor, {
    ...input,
    documentNo: input.documentNo.trim(),
    ruleId: classes.version,
    shares: allocate(input.totalFen, input.unions, classes.value),
  })
  await audit(tx, actor, 'allocations.made', about({ ...input, id: allocationId }))
  return { allocationId }
}

/** Approves or refuses an allocation. Never whoever made it. */
export async function decideAllocation(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['decideAllocation']>,
): Promise<Record<string, never>> {
  const permission = 'funds.check'
  await lockAllocation(tx, input.allocationId)
  const allocation = await findAllocation(tx, input.allocationId)
  if (!(await canReach(tx, { actor, permission }, allocation.organisationId))) {
    if (actor.grants.every((grant) => grant.permission !== permission)) forbidden()
    notFound()
  }
  if (allocation.state !== 'waiting') conflict('allocations.decided_already')
  if (allocation.allocatedByPerson === (await handOf(tx, actor))) refuse('allocations.same_hand')
  await insertAllocationDecision(tx, actor, { ...input, reason: input.reason?.trim() ?? '' })
  if (input.outcome === 'approved') await audit(tx, actor, 'allocations.approved', about(allocation))
  else await audit(tx, actor, 'allocations.refused', about(allocation))
  return {}
}

/** Records what a union spent of an approved share, never more than is left, and how much of it directly on workers. */
export async function recordAllocationSpending(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['recordAllocationSpending']>,
): Promise<Record<string, never>> {
  const { allocationId, unionId } = await findAllocationShare(tx, input.shareId)
  await mustReach(tx, { actor, permission: 'funds.report' }, unionId)
  await lockAllocation(tx, allocationId)
  const { state } = await findAllocation(tx, allocationId)
  if (state !== 'approved') conflict('allocations.not_approved')
  if (input.spentOn > actor.today) invalid([{ path: 'spentOn', code: 'allocations.day_to_come' }])
  if (input.onWorkersFen > input.amountFen)
    invalid([{ path: 'onWorkersFen', code: 'allocations.more_than_spent' }])
  const { leftFen } = await findAllocationShare(tx, input.shareId)
  if (input.amountFen > leftFen) refuse('allocations.too_much', { left: yuanOf(leftFen) })
  await insertSpending(tx, actor, { ...input, voucherNo: input.voucherNo.trim() })
  await audit(tx, actor, 'allocations.spent', {
    kind: 'allocation',
    id: allocationId,
    organisationId: unionId,
    params: { amount: yuanOf(input.amountFen), workers: yuanOf(input.onWorkersFen) },
  })
  return {}
}

function about({ id, organisationId, totalFen }: Pick<AllocationHead, 'id' | 'organisationId' | 'totalFen'>) {
  return { kind: 'allocation', id, organisationId, params: { total: yuanOf(totalFen) } }
}
