import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { Operation } from '#contract/operation.ts'
import { AppError } from '../errors.ts'
import { inputParser } from './parse-input.ts'
import type { Upload } from './route.ts'

/** What comes in, and once the file has been read to its end: its SHA-256 and the fields, or '' where nobody will ask. */
export type Incoming = Omit<Upload, 'inTransaction'> & { content: () => string }

const fileLimitBytes = 60 * 1024 * 1024

/** Reads a multipart request: the fields first, then one file as a stream that ends with an error when it is larger than 60 MiB. */
export async function receiveUpload(
  request: FastifyRequest,
  operation: Operation,
  receive: (upload: Incoming) => Promise<unknown>,
): Promise<unknown> {
  const type = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data;.*\bboundary=\S/i.test(type)) throw new AppError('invalid', 'common.unreadable')
  const { default: busboy } = await import('@fastify/busboy')
  const parser = new busboy.Busboy({
    headers: { 'content-type': type },
    limits: { files: 1, fields: 20, fieldSize: 64 * 1024, fileSize: fileLimitBytes },
    // File names of browsers are UTF-8 although the header's standard says Latin-1.
    defCharset: 'utf8',
  })
  // Without a prototype: a field may have any name.
  const fields = Object.create(null) as Record<string, string>
  return new Promise((resolve, reject) => {
    let received = false
    parser.on('field', (name: string, value: string) => {
      fields[name] = value
    })
    parser.on('file', (_name: string, stream: Readable, fileName: string) => {
      received = true
      stream.on('limit', () => stream.destroy(new AppError('invalid', 'common.body_too_large')))
      const input = inputParser(operation)
      Promise.resolve()
        .then(() => {
          input({ params: request.params, query: request.query, body: fields })
          return receive({
            fields: { ...(request.params as object), ...fields },
            fileName: fileName.slice(0, 200),
            ...fingerprinted(request, { stream, fields }),
          })
        })
        .then(resolve, (error: unknown) => {
          stream.resume()
          reject(error as Error)
        })
    })
    parser.on('finish', () => {
      if (!received)
        reject(new AppError('invalid', 'common.file_missing', {}, [{ path: 'file', code: 'field.required' }]))
    })
    parser.on('error', () => reject(new AppError('invalid', 'common.unreadable')))
    request.raw.on('aborted', () => reject(new AppError('invalid', 'common.unreadable')))
    request.raw.pipe(parser)
  })
}

// The fields are part of what a repeated request must repeat; they all come before the file.
function fingerprinted(
  request: FastifyRequest,
  { stream, fields }: Pick<Incoming, 'stream' | 'fields'>,
): Pick<Incoming, 'stream' | 'content'> {
  if (request.headers['idempotency-key'] === undefined) return { stream, content: () => '' }
  const hash = createHash('sha256')
  let sum = ''
  const hashed = stream.compose(async function* (source: AsyncIterable<Buffer>) {
    for await (const piece of source) {
      hash.update(piece)
      yield piece
    }
    sum = hash.digest('hex')
  })
  return { stream: hashed as Readable, content: () => `${sum} ${JSON.stringify(fields)}` }
}
