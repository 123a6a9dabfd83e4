import { errorFrom, offlineError } from './call-error.ts'
import { noticed, requestOf, writeHeaders, type Input, type OperationId, type Output } from './call.ts'
import { newIdempotencyKey } from './random.ts'

export interface UploadOptions {
  /** Told how much has been sent, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/**
 * Sends one file with the fields of a multipart operation and tells how far it is; fetch cannot tell, so this is an XMLHttpRequest.
 * The fields go before the file, so the server can refuse before it reads the file.
 */
export function upload<Id extends OperationId>(
  id: Id,
  input: Input<Id>,
  file: File,
  options: UploadOptions = {},
): Promise<Output<Id>> {
  const { method, url, body } = requestOf(id, input)
  const key = keyFor(file, url + body)
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open(method, url)
    sending.responseType = 'json'
    for (const [name, value] of Object.entries(writeHeaders(key))) sending.setRequestHeader(name, value)
    sending.upload.onprogress = (event) =>
      event.lengthComputable && options.onProgress?.(event.loaded / event.total)
    sending.onload = () => {
      unanswered.delete(file)
      if (sending.status >= 200 && sending.status < 300) resolve(sending.response as Output<Id>)
      else reject(noticed(errorFrom(sending.status, sending.response), id))
    }
    sending.onerror = () => reject(offlineError())
    sending.onabort = () => reject(new DOMException('Stopped by the person', 'AbortError'))
    options.signal?.addEventListener('abort', () => sending.abort())
    sending.send(formOf(body, file))
  })
}

// A file whose sending was cut off may have arrived all the same: sent again it carries the same key, and the server takes it once.
const unanswered = new WeakMap<File, { said: string; key: string }>()

function keyFor(file: File, said: string): string {
  const before = unanswered.get(file)
  const key = before?.said === said ? before.key : newIdempotencyKey()
  unanswered.set(file, { said, key })
  return key
}

function formOf(body: string | undefined, file: File): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(JSON.parse(body ?? '{}') as Record<string, unknown>)) {
    if (value !== undefined && value !== null)
      form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  form.append('file', file, file.name)
  return form
}
