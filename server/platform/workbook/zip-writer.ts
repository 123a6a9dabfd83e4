import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A part to be written: its name and its text or bytes in pieces, made while it is written. */
export interface NewPart {
  name: string
  text: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
}

/** An archive of these parts as bytes, in order, each deflated while it comes; nothing is held but the directory. */
export async function* zipBytes(parts: Iterable<NewPart>): AsyncGenerator<Buffer> {
  const written: WrittenEntry[] = []
  let at = 0
  for (const part of parts) {
    const entry: WrittenEntry = {
      name: Buffer.from(part.name),
      start: at,
      crc: 0,
      bytes: 0,
      compressedBytes: 0,
    }
    const header = headerOf(LOCAL, entry)
    yield header
    for await (const chunk of deflated(part, entry)) {
      entry.compressedBytes += chunk.length
      yield chunk
    }
    yield descriptorOf(entry)
    at += header.length + entry.compressedBytes + DESCRIPTOR_BYTES
    written.push(entry)
  }
  const directory = Buffer.concat(written.map((entry) => headerOf(CENTRAL, entry)))
  yield directory
  yield endOf(written.length, directory.length, at)
}

interface WrittenEntry {
  name: Buffer
  start: number
  crc: number
  bytes: number
  compressedBytes: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const DESCRIPTOR_BYTES = 16
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808
/** 1 January 1980: the same content gives the same bytes. */
const DATE = 0x0021

async function* deflated(part: NewPart, entry: WrittenEntry): AsyncGenerator<Buffer> {
  const plain = Readable.from(counted(part.text, entry), { objectMode: false })
  const stream = pipeline(plain, createDeflateRaw({ level: 4, chunkSize: 64 * 1024 }), () => {})
  try {
    yield* stream as AsyncIterable<Buffer>
  } finally {
    plain.destroy()
    stream.destroy()
  }
}

async function* counted(text: NewPart['text'], entry: WrittenEntry): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece)
    entry.bytes += bytes.length
    if (entry.bytes > 0xffff_fffe) throw new Error('a part of more than 4 GiB cannot be written')
    entry.crc = crc32(bytes, entry.crc)
    yield bytes
  }
}

function headerOf(kind: number, entry: WrittenEntry): Buffer {
  const central = kind === CENTRAL
  const header = Buffer.alloc(central ? 46 : 30)
  header.writeUInt32LE(kind, 0)
  let at = 4
  if (central) at = header.writeUInt16LE(20, at)
  for (const field of [20, FLAGS, 8, 0, DATE]) at = header.writeUInt16LE(field, at)
  if (central) {
    for (const field of [entry.crc, entry.compressedBytes, entry.bytes]) at = header.writeUInt32LE(field, at)
    header.writeUInt32LE(entry.start, 42)
  }
  header.writeUInt16LE(entry.name.length, central ? 28 : 26)
  return Buffer.concat([header, entry.name])
}

function descriptorOf(entry: WrittenEntry): Buffer {
  const descriptor = Buffer.alloc(DESCRIPTOR_BYTES)
  const fields = [0x08074b50, entry.crc, entry.compressedBytes, entry.bytes]
  fields.forEach((field, index) => descriptor.writeUInt32LE(field, index * 4))
  return descriptor
}

function endOf(count: number, bytes: number, start: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(start, 16)
  return end
}
