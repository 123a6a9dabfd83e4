import { randomUUID } from 'node:crypto'
import type { Tx } from '#server/platform/db/transaction.ts'
import { keepContent, type ContentPlace } from '../content.ts'
import { redrawPixels, type Pixels } from '../redraw.ts'
import { insertAttachment, insertUses, type Sender, type Subject } from '../store.ts'

/**
 * Keeps a picture that the demo drew, once for each thing it belongs to, as if it had been sent in. Only for loading a demo: the contents are
 * written while the transaction is open, so one that comes to nothing leaves files that nobody can open.
 */
export async function keepDrawn(
  tx: Tx,
  place: ContentPlace,
  { drawing, uses }: { drawing: Pixels; uses: readonly { subject: Subject; sender: Sender }[] },
): Promise<void> {
  const { content, thumbnail, ...shown } = await redrawPixels(drawing)
  for (const { subject, sender } of uses) {
    const id = randomUUID()
    const key = { tenantId: tx.tenantId, id }
    await insertAttachment(tx, sender, {
      id,
      kind: 'picture',
      sha256: await keepContent(place, key, content),
      thumbnailSha256: await keepContent(place, key, thumbnail),
      bytes: content.length,
      ...shown,
    })
    await insertUses(tx, sender, { attachmentIds: [id], subject })
  }
}
