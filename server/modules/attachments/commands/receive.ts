import { randomUUID } from 'node:crypto'
import type { Attachment } from '#contract/attachments.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { AppError, refuse } from '#server/platform/errors.ts'
import type { Upload } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { keepContent } from '../content.ts'
import { redraw } from '../redraw.ts'
import { attachmentLimits, isPicture, typeOf, type PictureType } from '../rules.ts'
import { countLoose, insertAttachment, type NewAttachment } from '../store.ts'

type Incoming = Pick<Upload, 'stream' | 'inTransaction'>

/** Takes a picture, drawn anew; anything else is refused. It belongs to nothing until `attach` says so. */
export async function receivePicture(
  platform: Platform,
  actor: Actor,
  upload: Incoming,
): Promise<Attachment> {
  const content = await readWhole(upload.stream)
  const type = typeOf(content)
  return isPicture(type) ? keepPicture({ platform, actor, upload }, content, type) : refuseType(type)
}

/** Takes a picture, drawn anew, or a PDF as it is. It belongs to nothing until `attach` says so. */
export async function receiveFile(platform: Platform, actor: Actor, upload: Incoming): Promise<Attachment> {
  const content = await readWhole(upload.stream)
  const type = typeOf(content)
  if (isPicture(type)) return keepPicture({ platform, actor, upload }, content, type)
  return type === 'pdf' ? keepDocument({ platform, actor, upload }, content) : refuseType(type)
}

interface Receiving {
  platform: Platform
  actor: Actor
  upload: Incoming
}

async function keepPicture(receiving: Receiving, sent: Buffer, type: PictureType): Promise<Attachment> {
  const { platform, actor } = receiving
  const { content, thumbnail, ...shown } = await redraw(sent, type)
  const key = { tenantId: actor.tenantId, id: randomUUID() }
  const sha256 = await keepContent(platform, key, content)
  const thumbnailSha256 = await keepContent(platform, key, thumbnail)
  const bytes = content.length
  return record(receiving, { id: key.id, kind: 'picture', sha256, thumbnailSha256, bytes, ...shown })
}

async function keepDocument(receiving: Receiving, content: Buffer): Promise<Attachment> {
  const { platform, actor } = receiving
  const key = { tenantId: actor.tenantId, id: randomUUID() }
  const sha256 = await keepContent(platform, key, content)
  const none = { thumbnailSha256: null, width: null, height: null }
  const contentType = 'application/pdf'
  const bytes = content.length
  return record(receiving, { id: key.id, kind: 'document', contentType, sha256, bytes, ...none })
}

/** The content is on the disk before its row: a crash between them leaves a file that nobody can open, never a row without its file. */
function record({ actor, upload }: Receiving, attachment: NewAttachment): Promise<Attachment> {
  return upload.inTransaction(async (tx) => {
    const { loose } = attachmentLimits
    if ((await countLoose(tx, actor.accountId)) >= loose) refuse('attachments.too_many_loose', { loose })
    await insertAttachment(tx, actor, attachment)
    const { id, kind, contentType, bytes, width, height } = attachment
    const organisationId = actor.appointment?.organisationId ?? null
    await audit(tx, actor, 'attachments.received', {
      kind: 'attachment',
      id,
      organisationId,
      params: { bytes },
    })
    return { id, kind, contentType, bytes, width, height }
  })
}

async function readWhole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of stream) {
    bytes += piece.length
    if (bytes > attachmentLimits.bytes) throw new AppError('invalid', 'common.body_too_large')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function refuseType(type: string): never {
  refuse(type === 'heic' ? 'attachments.heic' : 'attachments.kind_unknown')
}
