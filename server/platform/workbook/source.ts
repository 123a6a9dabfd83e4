import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** The bytes of an upload, read piece by piece so that the file itself is never in memory as a whole. */
export interface ByteSource {
  size: number
  /** At most `length` bytes from `start`; fewer only at the end. */
  read(start: number, length: number): Buffer
  close(): void
}

/** A path is opened and stays open until `close`; bytes in memory are used in place. */
export function openSource(from: string | Uint8Array): ByteSource {
  if (typeof from === 'string') return fileSource(from)
  const bytes = Buffer.from(from.buffer, from.byteOffset, from.byteLength)
  return { size: bytes.length, read: (start, length) => bytes.subarray(start, start + length), close() {} }
}

/** Consecutive pieces of a range. */
export function* pieces(source: ByteSource, start: number, length: number): Generator<Buffer> {
  const end = Math.min(start + length, source.size)
  for (let at = start; at < end; at += PIECE) yield source.read(at, Math.min(PIECE, end - at))
}

const PIECE = 128 * 1024

function fileSource(path: string): ByteSource {
  const file = openSync(path, 'r')
  const size = fstatSync(file).size
  return {
    size,
    read(start, length) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - start)))
      const count = readSync(file, bytes, 0, bytes.length, start)
      return bytes.subarray(0, count)
    },
    close: () => closeSync(file),
  }
}
