import { Type, type Static } from 'typebox'
import { Id, Nothing, Nullable, operation } from './operation.ts'

/** What was kept of a file that somebody sent in. Width and height of a picture in pixels, as it is seen. */
export const Attachment = Type.Object({
  id: Id,
  kind: Type.Enum(['picture', 'document']),
  contentType: Type.String(),
  bytes: Type.Integer(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
})
export type Attachment = Static<typeof Attachment>

/** Files sent in ahead of the form they belong to. Once they belong to something, that thing's operations open them. */
export const operations = {
  createAttachment: operation({
    method: 'POST',
    path: '/attachments',
    summary: 'Send in a picture (JPEG, PNG, WebP, GIF) or a PDF; it waits a day for the form it belongs to',
    body: Type.Object({}),
    output: Attachment,
    status: 201,
    file: 'upload',
  }),
  openOwnAttachment: operation({
    method: 'GET',
    path: '/attachments/:attachmentId/content',
    summary: 'A file one has sent in oneself',
    params: Type.Object({ attachmentId: Id }),
    output: Nothing,
    file: 'download',
  }),
  openOwnThumbnail: operation({
    method: 'GET',
    path: '/attachments/:attachmentId/thumbnail',
    summary: 'The small form of a picture one has sent in oneself',
    params: Type.Object({ attachmentId: Id }),
    output: Nothing,
    file: 'download',
  }),
  deleteOwnAttachment: operation({
    method: 'DELETE',
    path: '/attachments/:attachmentId',
    summary: 'Take back a file that belongs to nothing yet',
    params: Type.Object({ attachmentId: Id }),
    output: Nothing,
  }),
}
