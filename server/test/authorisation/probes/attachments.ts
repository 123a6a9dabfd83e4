import { get, post, type Probe } from '../probe.ts'

// A file of another kind is refused after its type was looked at: nothing stays behind.
function upload(): FormData {
  const form = new FormData()
  form.set('file', new Blob(['no picture']), 'picture.jpg')
  return form
}

/** Files sent in: everybody signed in, and everybody only their own. */
export const attachmentProbes: Record<string, Probe> = {
  createAttachment: { is: 'send in files', plain: () => post('/attachments', upload()) },
  openOwnAttachment: {
    is: 'send in files',
    aimed: (place) => get(`/attachments/${place.attachmentId}/content`),
  },
  openOwnThumbnail: {
    is: 'send in files',
    aimed: (place) => get(`/attachments/${place.attachmentId}/thumbnail`),
  },
  deleteOwnAttachment: {
    is: 'send in files',
    aimed: (place) => ({ method: 'DELETE', path: `/attachments/${place.attachmentId}` }),
  },
}
