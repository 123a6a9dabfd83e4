import type { Attachment } from '#contract/attachments.ts'
import { attach, attachmentsOf, removeAttachments, type Subject } from '#server/modules/attachments/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What files belong to that are sent along with a request. */
export function subjectOf(approvalId: string): Subject {
  return { kind: 'approval', id: approvalId }
}

/** Adds files to a request: one's own that belong to nothing yet; those it has already stay. Any other is "not found". */
export async function sendAlong(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; attachmentIds: readonly string[] },
): Promise<void> {
  const subject = subjectOf(input.approvalId)
  const there = new Set((await sentAlong(tx, input.approvalId)).map(({ id }) => id))
  await attach(tx, actor, { attachmentIds: input.attachmentIds.filter((id) => !there.has(id)), subject })
}

/** What was sent along with a request, the oldest first. Whether the actor may see the request is the caller's to ask. */
export function sentAlong(tx: Tx, approvalId: string): Promise<Attachment[]> {
  return attachmentsOf(tx, subjectOf(approvalId))
}

/** Removes what was sent along with requests, once nothing is decided by it any more. The calling command audits. */
export async function removeSentAlong(tx: Tx, approvalIds: readonly string[]): Promise<void> {
  for (const id of approvalIds) await removeAttachments(tx, subjectOf(id))
}
