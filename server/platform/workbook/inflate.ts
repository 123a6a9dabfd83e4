import { pipeline, Readable } from 'node:stream'
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import type { WorkbookLimits } from './limits.ts'
import { refuseWorkbook, WorkbookRefusal } from './refusal.ts'
import { pieces, type ByteSource } from './source.ts'
import type { ZipEntry } from './zip-directory.ts'

/**
 * The inflated bytes of a part, piece by piece. Counts what really comes out: past the limit it stops, and a part
 * whose size or checksum is not the declared one is refused. Inflating runs beside the caller, on zlib's thread.
 */
export async function* inflatePart(
  source: ByteSource,
  entry: ZipEntry,
  limits: WorkbookLimits,
): AsyncGenerator<Buffer> {
  let bytes = 0
  let crc = 0
  const raw = Readable.from(pieces(source, entry.dataStart, entry.compressedBytes), { objectMode: false })
  const stream =
    entry.method === 0 ? raw : pipeline(raw, createInflateRaw({ chunkSize: CHUNK_BYTES }), ignore)
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limits.partBytes) refuseWorkbook('part_too_large')
      // More than declared: the rest is only counted, to tell a bomb from a damaged file.
      if (bytes > entry.declaredBytes) continue
      crc = crc32(chunk, crc)
      yield chunk
    }
  } catch (error) {
    throw isZlibError(error) ? new WorkbookRefusal('damaged') : error
  } finally {
    raw.destroy()
    stream.destroy()
  }
  if (bytes !== entry.declaredBytes || crc !== entry.crc) refuseWorkbook('damaged')
}

/** Largest piece `inflatePart` hands over. */
export const CHUNK_BYTES = 256 * 1024

/** A part small enough to be held whole. */
export async function readSmallPart(
  source: ByteSource,
  entry: ZipEntry,
  limits: WorkbookLimits,
): Promise<Buffer> {
  if (entry.declaredBytes > limits.smallPartBytes) refuseWorkbook('part_too_large')
  const chunks: Buffer[] = []
  for await (const chunk of inflatePart(source, entry, limits)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Whether a part could pass the size limit although it declares less: deflate never shrinks more than 1 : 1032. */
export function mayHideABomb(entry: ZipEntry, limits: WorkbookLimits): boolean {
  return entry.method === 8 && entry.compressedBytes * 1032 > limits.partBytes
}

/** The beginning of a part, for a look at its prolog. */
export function peekPart(source: ByteSource, entry: ZipEntry): Buffer {
  const head = source.read(entry.dataStart, Math.min(entry.compressedBytes, PEEK_BYTES))
  if (entry.method === 0) return head
  try {
    return inflateRawSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: PEEK_BYTES * 1100 })
  } catch {
    return refuseWorkbook('damaged')
  }
}

const PEEK_BYTES = 512

function ignore(): void {}

function isZlibError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')
}
