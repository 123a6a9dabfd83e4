import type { operations } from '#contract/funds-contributions.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, refuse } from '#server/platform/errors.ts'
import { yuanOf } from '../../yuan.ts'
import { mustBeAnotherHand, mustHandle } from '../policy.ts'
import {
  findContribution,
  findMovement,
  isCovered,
  type ContributionHead,
} from '../queries/find-contribution.ts'
import { lateFeeOf } from '../queries/late-fee.ts'
import { passingOnOf, toPassOn } from '../rules.ts'
import { insertContributionMovement, insertMovementReversal, lockContribution } from '../store.ts'

type Input = InputOf<(typeof operations)['recordContributionMovement']>

const permission = 'funds.pay'

/**
 * Records money of a contribution: what came in, never more than is due; or what was passed on, the way its collection asks for and never more than
 * the part of what came in; or a late fee that came in, where the rule charges one (D2). A preparatory contribution is returned once a union covers the employer (D3). Never by whoever recorded the base.
 */
export async function recordContributionMovement(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ movementId: string }> {
  await lockContribution(tx, input.contributionId)
  const contribution = await findContribution(tx, input.contributionId)
  await mustHandle(tx, { actor, permission }, contribution)
  await mustBeAnotherHand(tx, actor, contribution)
  if (input.movedOn > actor.today) invalid([{ path: 'movedOn', code: 'contributions.day_to_come' }])
  await mustFit(tx, { input, contribution, day: actor.today })
  const moved = { ...input, voucherNo: input.voucherNo.trim() }
  const movementId = await insertContributionMovement(tx, actor, moved)
  await audit(tx, actor, 'contributions.moved', about(contribution, input.amountFen))
  return { movementId }
}

/** Takes back what was recorded by mistake; what came in only as far as nothing of it was passed on. */
export async function reverseContributionMovement(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['reverseContributionMovement']>,
): Promise<Record<string, never>> {
  const movement = await findMovement(tx, input.movementId)
  await lockContribution(tx, movement.contributionId)
  const contribution = await findContribution(tx, movement.contributionId)
  await mustHandle(tx, { actor, permission }, contribution)
  await mustBeAnotherHand(tx, actor, contribution)
  const left = contribution.receivedFen - movement.amountFen
  if (movement.kind === 'receipt' && contribution.passedOnFen > toPassOn(Math.max(left, 0), contribution))
    refuse('contributions.passed_on_already')
  await insertMovementReversal(tx, actor, { ...input, reason: input.reason.trim() })
  await audit(tx, actor, 'contributions.movement_reversed', about(contribution, movement.amountFen))
  return {}
}

async function mustFit(
  tx: Tx,
  { input, contribution, day }: { input: Input; contribution: ContributionHead; day: string },
): Promise<void> {
  const { kind, way, dueFen, receivedFen, passedOnFen, employerId } = contribution
  if (input.kind === 'receipt') {
    const left = dueFen - receivedFen
    if (input.amountFen > left) refuse('contributions.too_much', { left: yuanOf(left) })
    return
  }
  if (input.kind === 'late_fee') {
    const fee = await lateFeeOf(tx, contribution, day)
    if (fee === null) refuse('contributions.no_late_fee')
    const left = fee.accruedFen - fee.receivedFen
    if (input.amountFen > left) refuse('contributions.too_much', { left: yuanOf(left) })
    return
  }
  if (input.kind !== passingOnOf[kind][way]) refuse('contributions.wrong_way')
  if (
    input.kind === 'return' &&
    !(await isCovered(tx, { employerId, unionId: null, month: day.slice(0, 7) }))
  )
    refuse('contributions.no_union_yet')
  const left = toPassOn(receivedFen, contribution) - passedOnFen
  if (input.amountFen > left) refuse('contributions.too_much', { left: yuanOf(left) })
}

function about({ id, organisationId }: ContributionHead, amountFen: number) {
  return { kind: 'contribution', id, organisationId, params: { amount: yuanOf(amountFen) } }
}
