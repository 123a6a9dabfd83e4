import type { InputOf } from '#contract/operation.ts'
import type { operations, Transfer, TransferState } from '#contract/people-transfers.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { reachable } from '../queries/register-facts.ts'
import { getTransfer } from '../queries/transfer.ts'
import { sideOf, type TakenStep } from '../rules/transfer.ts'
import { findTransfers, statesOf, type TransferHead } from '../transfer-store.ts'
import { takeStep } from './take-transfer-step.ts'

interface One {
  transferId: string
  reason?: string | undefined
}
type Many = InputOf<(typeof operations)['answerTransfers']>

/** The union of today lets the person go; they stay its member until the other union takes them in (C2). */
export async function releaseTransfer(tx: Tx, actor: Actor, input: One): Promise<Transfer> {
  return answer(tx, actor, { ...input, step: 'released' })
}

/** The union to come takes the person in: from today on the membership, with its history, is held there (C2). */
export async function acceptTransfer(tx: Tx, actor: Actor, input: One): Promise<Transfer> {
  return answer(tx, actor, { ...input, step: 'accepted' })
}

/** The union whose answer is waited for says no, and why; the person stays where they are. */
export async function refuseTransfer(tx: Tx, actor: Actor, input: One): Promise<Transfer> {
  return answer(tx, actor, { ...input, step: 'refused' })
}

/** The union that asked takes it back. */
export async function withdrawTransfer(tx: Tx, actor: Actor, input: One): Promise<Transfer> {
  return answer(tx, actor, { ...input, step: 'withdrawn' })
}

/** The same answer to many: all of them, or none where one is not the actor's to answer or has been answered meanwhile. */
export async function answerTransfers(tx: Tx, actor: Actor, input: Many): Promise<{ answered: number }> {
  const step = ({ release: 'released', accept: 'accepted', refuse: 'refused' } as const)[input.answer]
  if (step === 'refused' && input.reason === undefined) invalid([{ path: 'reason', code: 'field.required' }])
  const ids = [...new Set(input.transferIds)]
  const transfers = await findTransfers(tx, ids)
  if (transfers.length < ids.length) notFound()
  const states = await statesOf(tx, ids)
  const asked = transfers.map((one) => askedUnions(one, { step, state: states.get(one.id)! }))
  const mine = await reachable(tx, { actor, permission: 'people.write' }, [...new Set(asked.flat())])
  if (asked.some((unionIds) => !unionIds.some((id) => mine.has(id)))) notFound()
  await takeStep(tx, actor, { transfers, step, reason: input.reason?.trim() ?? null })
  return { answered: transfers.length }
}

async function answer(
  tx: Tx,
  actor: Actor,
  { step, ...input }: One & { step: TakenStep },
): Promise<Transfer> {
  const [transfer] = await findTransfers(tx, [input.transferId])
  await mustBeAsked(tx, actor, { transfer: found(transfer), step })
  await takeStep(tx, actor, { transfers: [transfer!], step, reason: input.reason?.trim() ?? null })
  return getTransfer(tx, actor, { transferId: input.transferId })
}

/** Only the union whose step it is may take it; to everybody else, the other union included, there is nothing to take. */
async function mustBeAsked(
  tx: Tx,
  actor: Actor,
  { transfer, step }: { transfer: TransferHead; step: TakenStep },
): Promise<void> {
  const state = (await statesOf(tx, [transfer.id])).get(transfer.id)!
  const asked = askedUnions(transfer, { step, state })
  const mine = await reachable(tx, { actor, permission: 'people.write' }, asked)
  if (mine.size === 0) notFound()
  if (step === 'withdrawn' && transfer.askedBy === 'person') refuse('people.transfer_asked_by_person')
}

/** The unions of which one may take the step: the one whose step it is; both where it is nobody's, so that they are told why. */
function askedUnions(transfer: TransferHead, taken: { step: TakenStep; state: TransferState }): string[] {
  const side = sideOf(taken.step, { state: taken.state, askedBy: transfer.askedBy })
  if (side === 'union_of_today') return [transfer.fromUnionId]
  return side === 'union_to_come' ? [transfer.toUnionId] : [transfer.fromUnionId, transfer.toUnionId]
}
