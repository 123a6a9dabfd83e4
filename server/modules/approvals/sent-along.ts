import { attach, attachmentsOf, type Subject } from '#server/modules/attachments/index.ts'
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
  const there = new Set((await attachmentsOf(tx, subject)).map(({ id }) => id))
  await attach(tx, actor, { attachmentIds: input.attachmentIds.filter((id) => !there.has(id)), subject })
}
