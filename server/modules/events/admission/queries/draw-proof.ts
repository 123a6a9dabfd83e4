import type { DrawProof, operations } from '#contract/events-admission.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { findEvent } from '../../store.ts'
import { findDraw } from '../draw-store.ts'

/** What is published of a draw, for everybody signed in: the hash of the seed from the beginning, the whole file once it was held. */
export async function getDrawProof(
  tx: Tx,
  _actor: Actor,
  { eventId }: InputOf<(typeof operations)['getDrawProof']>,
): Promise<DrawProof> {
  const event = await findEvent(tx, eventId)
  if (event.state === 'draft' || event.state === 'review') notFound()
  const { seedHash, proof } = found(await findDraw(tx, eventId))
  return { eventId, seedHash, proof }
}
