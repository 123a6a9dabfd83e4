import { keepContent } from '#server/modules/attachments/content.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { testServer } from '#server/test/server.ts'

/** A file sent along with something; returns its id. Its content is no picture and is never opened. */
export async function attachmentOf(tx: Tx, subject: { kind: string; id: string }): Promise<string> {
  const { platform } = await testServer()
  const id = newId()
  const sha256 = await keepContent(platform, { tenantId: tx.tenantId, id }, Buffer.from('not a picture.'))
  await tx
    .insertInto('attachments')
    .values({
      tenant_id: tx.tenantId,
      id,
      kind: 'picture',
      content_type: 'image/jpeg',
      sha256,
      thumbnail_sha256: sha256,
      bytes: 14,
      width: 1,
      height: 1,
      uploaded_by_account: newId(),
    })
    .execute()
  await tx
    .insertInto('attachment_uses')
    .values({
      tenant_id: tx.tenantId,
      attachment_id: id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      attached_by_account: newId(),
    })
    .execute()
  return id
}
