import type { Tx } from '#server/platform/db/transaction.ts'
import { endAgreement } from '../association/store.ts'
import { endWishOf } from './matchmaker-store.ts'
import { deleteNotesOf, endOpenCases } from './store.ts'
import { forgetWish } from './wish-task.ts'

/** Whoever leaves matchmaking leaves the desk: the case and the wish end, notes are deleted, and no screen shows them. */
export async function leaveDesk(tx: Tx, personId: string): Promise<void> {
  await endOpenCases(tx, { personIds: [personId], reason: 'withdrawn' })
  await forgetWish(tx, await endWishOf(tx, personId, 'withdrawn'), 'overtaken')
  await deleteNotesOf(tx, personId)
  await endAgreement(tx, personId)
}
