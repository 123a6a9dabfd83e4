import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'
import { insertUses, lockOwn, type Subject } from '../store.ts'

/**
 * Says that attachments belong to a subject, inside the command that makes the subject: whoever may see it then sees them. Only one's own that
 * belong to nothing yet; any other is "not found", and nothing is attached. The calling command audits.
 */
export async function attach(
  tx: Tx,
  actor: Actor,
  use: { attachmentIds: readonly string[]; subject: Subject },
): Promise<void> {
  const wanted = new Set(use.attachmentIds)
  if (wanted.size === 0) return
  const rows = await lockOwn(tx, actor.accountId, [...wanted])
  if (rows.length < wanted.size || rows.some((row) => row.subject_id !== null)) notFound()
  await insertUses(tx, actor, { attachmentIds: [...wanted], subject: use.subject })
}
