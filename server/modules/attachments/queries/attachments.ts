import type { Attachment } from '#contract/attachments.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { openContent, type ContentPlace } from '../content.ts'
import { allRows, ownAttachment, rowsOfSubject, type AttachmentRow, type Subject } from '../store.ts'

/** What belongs to a subject, the oldest first. Whether the actor may see the subject is the caller's to ask. */
export async function attachmentsOf(tx: Tx, subject: Subject): Promise<Attachment[]> {
  return (await rowsOfSubject(tx, subject)).map(asAttachment)
}

/** One attachment of a subject as a file to save; one of another subject is "not found". Whether the actor may see the subject is the caller's to ask. */
export async function openAttachment(
  tx: Tx,
  platform: ContentPlace,
  input: { attachmentId: string; subject: Subject },
): Promise<Download> {
  return wholeOf(tx, platform, found(await rowOfSubject(tx, input)))
}

/** The small form of a picture of a subject, a JPEG. */
export async function openThumbnail(
  tx: Tx,
  platform: ContentPlace,
  input: { attachmentId: string; subject: Subject },
): Promise<Download> {
  return thumbnailOf(tx, platform, found(await rowOfSubject(tx, input)))
}

/** A file one has sent in oneself. */
export async function openOwnAttachment(
  tx: Tx,
  actor: Actor,
  input: { attachmentId: string; platform: ContentPlace },
): Promise<Download> {
  return wholeOf(tx, input.platform, found(await ownAttachment(tx, actor.accountId, input.attachmentId)))
}

/** The small form of a picture one has sent in oneself. */
export async function openOwnThumbnail(
  tx: Tx,
  actor: Actor,
  input: { attachmentId: string; platform: ContentPlace },
): Promise<Download> {
  return thumbnailOf(tx, input.platform, found(await ownAttachment(tx, actor.accountId, input.attachmentId)))
}

/** Opens every content of the tenant: how many there are, and the first that is gone or altered. */
export async function checkContents(
  tx: Tx,
  platform: ContentPlace,
): Promise<{ files: number; problem: string | null }> {
  const rows = await allRows(tx)
  let files = 0
  for (const row of rows) {
    for (const sha256 of [row.sha256, row.thumbnail_sha256]) {
      if (sha256 === null) continue
      files += 1
      const problem = await openContent(platform, { tenantId: tx.tenantId, id: row.id }, sha256).then(
        () => null,
        (error: Error) => error.message,
      )
      if (problem !== null) return { files, problem: `attachment ${row.id}: ${problem}` }
    }
  }
  return { files, problem: null }
}

async function rowOfSubject(tx: Tx, input: { attachmentId: string; subject: Subject }) {
  return (await rowsOfSubject(tx, input.subject)).find((row) => row.id === input.attachmentId)
}

async function wholeOf(tx: Tx, platform: ContentPlace, row: AttachmentRow): Promise<Download> {
  const body = await openContent(platform, { tenantId: tx.tenantId, id: row.id }, row.sha256)
  return { fileName: nameOf(row.id, row.content_type), contentType: row.content_type, body }
}

async function thumbnailOf(tx: Tx, platform: ContentPlace, row: AttachmentRow): Promise<Download> {
  const sha256 = found(row.thumbnail_sha256)
  const body = await openContent(platform, { tenantId: tx.tenantId, id: row.id }, sha256)
  return { fileName: nameOf(row.id, 'image/jpeg'), contentType: 'image/jpeg', body }
}

// The sender's own name of the file is not kept: it often holds a person's name.
function nameOf(id: string, contentType: string): string {
  return `${id.slice(0, 8)}.${contentType.split('/')[1]!.replace('jpeg', 'jpg')}`
}

function asAttachment(row: AttachmentRow): Attachment {
  const { id, bytes, width, height } = row
  return { id, kind: row.kind as Attachment['kind'], contentType: row.content_type, bytes, width, height }
}
