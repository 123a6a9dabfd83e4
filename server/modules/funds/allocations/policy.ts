import type { PointRefusal } from '#contract/funds-points.ts'
import type { Permission } from '#contract/permissions.ts'
import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, notFound, refuse } from '#server/platform/errors.ts'
import { handOf } from '../payments/policy.ts'
import type { AllocationHead } from './queries/find-allocation.ts'

/** A step of an allocation: by which power, in which state it fits, and whose hands it must not be. */
const steps = {
  decide: { permission: 'funds.check', fits: 'waiting' },
  pay: { permission: 'funds.pay', fits: 'approved' },
} as const satisfies Record<string, { permission: Permission; fits: AllocationHead['state'] }>
export type AllocationStep = keyof typeof steps

/** Why somebody may not take a step of an allocation, or null. Making, deciding and paying are three people. */
export async function whyNotAllocation(
  tx: Tx,
  actor: Actor,
  { step, allocation }: { step: AllocationStep; allocation: AllocationHead },
): Promise<PointRefusal> {
  const { permission, fits } = steps[step]
  if (!(await canReach(tx, { actor, permission }, allocation.organisationId))) return 'no_power'
  if (allocation.state !== fits) return 'wrong_state'
  const hands = [allocation.allocatedByPerson, allocation.decidedByPerson]
  return hands.includes(await handOf(tx, actor)) ? 'same_hand' : null
}

/** Refuses a step that somebody may not take; out of reach is like "not there". */
export async function mustBeFitForAllocation(
  tx: Tx,
  actor: Actor,
  asked: { step: AllocationStep; allocation: AllocationHead },
): Promise<void> {
  const why = await whyNotAllocation(tx, actor, asked)
  if (why === 'no_power') {
    if (actor.grants.every((grant) => grant.permission !== steps[asked.step].permission)) forbidden()
    notFound()
  }
  if (why === 'wrong_state') conflict('allocations.moved_on')
  if (why === 'same_hand') refuse('allocations.same_hand')
}
