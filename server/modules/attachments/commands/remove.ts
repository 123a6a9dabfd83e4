import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { enqueueJob } from '#server/platform/jobs.ts'
import {
  deleteRows,
  lockOwn,
  rowsOfSubject,
  rowsSentByPersons,
  staleRows,
  type AttachmentRow,
  type Subject,
} from '../store.ts'

/** Takes back a file one has sent in oneself, as long as it belongs to nothing. */
export async function deleteOwnAttachment(
  tx: Tx,
  actor: Actor,
  input: { attachmentId: string },
): Promise<Record<string, never>> {
  const [row] = await lockOwn(tx, actor.accountId, [input.attachmentId])
  if (found(row).subject_id !== null) refuse('attachments.in_use')
  await remove(tx, [row!])
  const organisationId = actor.appointment?.organisationId ?? null
  await audit(tx, actor, 'attachments.taken_back', {
    kind: 'attachment',
    id: input.attachmentId,
    organisationId,
  })
  return {}
}

/** Removes everything that belongs to a subject, when the subject itself is erased; returns how many. The calling command audits. */
export async function removeAttachments(tx: Tx, subject: Subject): Promise<number> {
  const rows = await rowsOfSubject(tx, subject)
  await remove(tx, rows)
  return rows.length
}

/** Removes what accounts sent in as persons, not as officers, when those persons are erased; returns how many. */
export async function removeAttachmentsOfPersons(tx: Tx, accountIds: readonly string[]): Promise<number> {
  const rows = await rowsSentByPersons(tx, accountIds)
  await remove(tx, rows)
  return rows.length
}

/** Removes what has been loose for more than a day: its form was never sent. */
export async function removeStale(tx: Tx): Promise<number> {
  const rows = await staleRows(tx)
  await remove(tx, rows)
  return rows.length
}

/** The rows go now, the contents after the commit: a content must not go when the transaction comes to nothing. */
async function remove(tx: Tx, rows: readonly AttachmentRow[]): Promise<void> {
  if (rows.length === 0) return
  await deleteRows(
    tx,
    rows.map((row) => row.id),
  )
  for (const row of rows) {
    for (const sha256 of [row.sha256, row.thumbnail_sha256]) {
      if (sha256 !== null)
        await enqueueJob(tx, null, { kind: 'attachments.remove_content', payload: { id: row.id, sha256 } })
    }
  }
}
