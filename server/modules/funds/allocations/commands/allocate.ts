import type { AllocationClass, operations } from '#contract/funds-allocations.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, refuse } from '#server/platform/errors.ts'
import { mustHaveLeft } from '../../budgets/must-have-left.ts'
import { findBudget } from '../../budgets/queries/find-budget.ts'
import { lockBudgets } from '../../budgets/store.ts'
import { recordEntry } from '../../ledger/store.ts'
import { yuanOf } from '../../yuan.ts'
import { mustBeFitForAllocation } from '../policy.ts'
import { basicUnionsInReach, findAllocation, type AllocationHead } from '../queries/find-allocation.ts'
import { allocate, allocationFault } from '../rules.ts'
import {
  insertAllocation,
  insertAllocationDecision,
  insertAllocationPayment,
  lockAllocation,
} from '../store.ts'

type Input = InputOf<(typeof operations)['createAllocation']>

/**
 * Shares a sum among basic unions within reach by class and workers, by the weights of today, to the fen. It promises nothing yet: a second officer
 * decides on it.
 */
export async function createAllocation(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ allocationId: string }> {
  const asked = { actor, permission: 'funds.write' } as const
  await mustReach(tx, asked, input.organisationId)
  const budget = await findBudget(tx, asked, input.budgetId)
  if (budget.purpose !== 'union_funds' || budget.organisationId !== input.organisationId)
    invalid([{ path: 'budgetId', code: 'allocations.wrong_budget' }])
  const classes = await ruleFor<AllocationClass[]>(tx, 'allocations.classes', actor.today)
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

/** Approves an allocation, so that its budget promises the sum, or refuses it. Never whoever made it. */
export async function decideAllocation(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['decideAllocation']>,
): Promise<Record<string, never>> {
  await lockAllocation(tx, input.allocationId)
  const allocation = await findAllocation(tx, input.allocationId)
  await mustBeFitForAllocation(tx, actor, { step: 'decide', allocation })
  await insertAllocationDecision(tx, actor, { ...input, reason: input.reason?.trim() ?? '' })
  if (input.outcome === 'approved') {
    await promise(tx, actor, allocation)
    await audit(tx, actor, 'allocations.approved', about(allocation))
  } else await audit(tx, actor, 'allocations.refused', about(allocation))
  return {}
}

/** Records that the unions got their money: once, after the approval, by neither who made nor who approved it. */
export async function payAllocation(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['payAllocation']>,
): Promise<Record<string, never>> {
  await lockAllocation(tx, input.allocationId)
  const allocation = await findAllocation(tx, input.allocationId)
  await mustBeFitForAllocation(tx, actor, { step: 'pay', allocation })
  if (input.paidOn > actor.today) invalid([{ path: 'paidOn', code: 'allocations.day_to_come' }])
  const { budgetId, totalFen } = allocation
  await lockBudgets(tx, [budgetId])
  await insertAllocationPayment(tx, actor, { ...input, voucherNo: input.voucherNo.trim() })
  await recordEntry(tx, {
    kind: 'pay',
    subjectId: allocation.id,
    recordedBy: actor.appointment?.id ?? null,
    postings: [
      { of: budgetId, kind: 'paid', amountFen: totalFen },
      { of: budgetId, kind: 'committed', amountFen: -totalFen },
    ],
  })
  await audit(tx, actor, 'allocations.paid', about(allocation))
  return {}
}

async function promise(tx: Tx, actor: Actor, { id, budgetId, totalFen }: AllocationHead): Promise<void> {
  await lockBudgets(tx, [budgetId])
  mustHaveLeft(await findBudget(tx, { actor, permission: 'funds.check' }, budgetId), totalFen)
  await recordEntry(tx, {
    kind: 'commit',
    subjectId: id,
    recordedBy: actor.appointment?.id ?? null,
    postings: [
      { of: budgetId, kind: 'committed', amountFen: totalFen },
      { of: budgetId, kind: 'available', amountFen: -totalFen },
    ],
  })
}

function about({ id, organisationId, totalFen }: Pick<AllocationHead, 'id' | 'organisationId' | 'totalFen'>) {
  return { kind: 'allocation', id, organisationId, params: { total: yuanOf(totalFen) } }
}
