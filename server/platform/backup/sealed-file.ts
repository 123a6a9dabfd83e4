import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import sodium from 'sodium-native'
import { deriveKey, open as unseal, randomBytes, seal, type MasterKeys } from '../crypto.ts'
import { keyFingerprint } from '../db/app-role.ts'
import { PlainSentence } from '../plain-sentence.ts'

/**
 * A backup on the disk: a line of text that any program can read, then parts (a table, an attachment) as pieces of at most 256 KiB,
 * each compressed and sealed with XChaCha20-Poly1305 under a key of this file's own together with its number. So a changed, missing, doubled or
 * exchanged piece is found, and the part it belongs to is named.
 */
export interface Header {
  format: 1
  takenAt: string
  /** Which key file it belongs to, without telling anything of the keys. */
  keyFingerprint: string
  /** The file's own key, sealed under the key file. */
  sealedKey: string
}

/** What is known of a part when it is complete. */
export interface PartSummary {
  name: string
  bytes: number
  sha256: string
  rows: number
}

/** Receives the parts of a backup in their order. */
export interface PartReceiver {
  begin(name: string): Promise<void>
  data(piece: Buffer): Promise<void>
  end(summary: PartSummary): Promise<void>
}

const magic = 'GONGHUI BACKUP\n'
const pieceBytes = 256 * 1024
const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
const tagBytes = sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES
// What cannot be made smaller grows by a few bytes.
const longestFrame = pieceBytes + 4096
const mark = { begin: 0, data: 1, end: 2 } as const

/** Writes a backup part by part. The file is complete only after `finish`. */
export class SealedWriter {
  readonly #handle: FileHandle
  readonly #key = randomBytes(32)
  #headerHash: Buffer = Buffer.alloc(0)
  #pieces = 0
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #hash = createHash('sha256')
  #bytes = 0

  private constructor(handle: FileHandle) {
    this.#handle = handle
  }

  static async create(path: string, keys: MasterKeys): Promise<SealedWriter> {
    const writer = new SealedWriter(await open(path, 'wx', 0o600))
    const header: Header = {
      format: 1,
      takenAt: new Date().toISOString(),
      keyFingerprint: keyFingerprint(keys.hashKey),
      sealedKey: seal(deriveKey(keys, 'backup'), writer.#key).toString('base64'),
    }
    const line = Buffer.from(`${magic}${JSON.stringify(header)}\n`)
    writer.#headerHash = createHash('sha256').update(line).digest()
    await writer.#handle.writeFile(line)
    return writer
  }

  async begin(name: string): Promise<void> {
    this.#hash = createHash('sha256')
    this.#bytes = 0
    await this.#piece(mark.begin, Buffer.from(name))
  }

  async write(chunk: Buffer): Promise<void> {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    this.#waiting.push(chunk)
    this.#waitingBytes += chunk.length
    if (this.#waitingBytes >= pieceBytes) await this.#flush()
  }

  async end(part: { name: string; rows: number }): Promise<PartSummary> {
    await this.#flush()
    const summary = { ...part, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
    await this.#piece(mark.end, Buffer.from(JSON.stringify(summary)))
    return summary
  }

  /** One part whose content is at hand. */
  async whole(name: string, content: Buffer): Promise<PartSummary> {
    await this.begin(name)
    await this.write(content)
    return this.end({ name, rows: 0 })
  }

  /** Makes sure that all of it is on the disk. */
  async finish(): Promise<void> {
    await this.#handle.sync()
    await this.#handle.close()
  }

  async abandon(): Promise<void> {
    await this.#handle.close()
  }

  async #flush(): Promise<void> {
    if (this.#waitingBytes === 0) return
    const all = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingBytes = 0
    for (let at = 0; at < all.length; at += pieceBytes)
      await this.#piece(mark.data, zstdCompressSync(all.subarray(at, at + pieceBytes)))
  }

  async #piece(kind: number, content: Buffer): Promise<void> {
    const plain = Buffer.concat([Buffer.from([kind]), content])
    const frame = Buffer.allocUnsafe(4 + nonceBytes + plain.length + tagBytes)
    frame.writeUInt32BE(frame.length - 4)
    const nonce = frame.subarray(4, 4 + nonceBytes)
    sodium.randombytes_buf(nonce)
    const bound = boundTo(this.#headerHash, this.#pieces++)
    const target = frame.subarray(4 + nonceBytes)
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(target, plain, bound, null, nonce, this.#key)
    // Not write(): on a disk that is nearly full that may put down a part and call it done.
    await this.#handle.writeFile(frame)
  }
}

/**
 * The first line of a backup, which tells nothing that is hidden.
 * @throws PlainSentence when the file is no backup.
 */
async function readHeader(path: string): Promise<{ header: Header; length: number; hash: Buffer }> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new PlainSentence(`The backup ${path} cannot be read (${error.code}): check its name.`)
  })
  try {
    const start = Buffer.alloc(4096)
    const { bytesRead } = await handle.read(start, 0, start.length, 0)
    const text = start.subarray(0, bytesRead)
    const length = text.indexOf('\n', magic.length) + 1
    if (!text.subarray(0, magic.length).equals(Buffer.from(magic)) || length === 0)
      throw new PlainSentence(`${path} is not a backup of Gonghui.`)
    const line = text.subarray(0, length)
    return {
      header: parseHeader(line.subarray(magic.length).toString(), path),
      length,
      hash: createHash('sha256').update(line).digest(),
    }
  } finally {
    await handle.close()
  }
}

/**
 * Reads a whole backup and hands its parts on; answers what its first line says.
 * @throws PlainSentence naming the damaged part, or saying that the keys are others. What was handed on before must be thrown away then.
 */
export async function readSealed(path: string, keys: MasterKeys, receiver: PartReceiver): Promise<Header> {
  const { header, length, hash } = await readHeader(path)
  const key = fileKey(header, keys)
  let part = 'contents'
  let number = 0
  let sum = createHash('sha256')
  let isComplete = false
  const damaged = () => damagedPart(part)
  for await (const frame of framesOf(path, length, damaged)) {
    const plain = openPiece(frame, key, boundTo(hash, number++)) ?? damaged()
    const content = plain.subarray(1)
    if (plain[0] === mark.begin) {
      part = content.toString()
      sum = createHash('sha256')
      await receiver.begin(part)
    } else if (plain[0] === mark.data) {
      const data = zstdDecompressSync(content, { maxOutputLength: pieceBytes })
      sum.update(data)
      await receiver.data(data)
    } else {
      const summary = JSON.parse(content.toString()) as PartSummary
      if (summary.sha256 !== sum.digest('hex')) damaged()
      await receiver.end(summary)
      isComplete = part === lastPart
      part = `what follows ${part}`
    }
  }
  if (!isComplete) damaged()
  return header
}

/** The part that closes every backup: without it the file was cut off. */
export const lastPart = 'manifest'

function damagedPart(part: string): never {
  throw new PlainSentence(
    `The backup is damaged: the part "${part}" does not hold together. Take another copy of the file.`,
  )
}

function parseHeader(line: string, path: string): Header {
  try {
    const header = JSON.parse(line) as Header
    if (header.format === 1) return header
  } catch {
    throw new PlainSentence(
      `The backup is damaged: the part "header" of ${path} does not hold together. Take another copy of the file.`,
    )
  }
  throw new PlainSentence(`${path} was written by a newer Gonghui: restore it with that version.`)
}

function fileKey(header: Header, keys: MasterKeys): Buffer {
  if (header.keyFingerprint !== keyFingerprint(keys.hashKey))
    throw new PlainSentence(
      'This backup belongs to another key file: put the one that was in use then in its place (GONGHUI_KEY_FILE), or type its recovery sheet ("--sheet").',
    )
  try {
    return unseal(deriveKey(keys, 'backup'), Buffer.from(header.sealedKey, 'base64'))
  } catch {
    return damagedPart('header')
  }
}

async function* framesOf(path: string, start: number, damaged: () => never): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { start, highWaterMark: 1024 * 1024 })) {
    waiting = Buffer.concat([waiting, chunk as Buffer])
    for (;;) {
      if (waiting.length < 4) break
      const length = waiting.readUInt32BE()
      if (length > longestFrame || length <= nonceBytes + tagBytes) damaged()
      if (waiting.length < 4 + length) break
      yield waiting.subarray(4, 4 + length)
      waiting = waiting.subarray(4 + length)
    }
  }
  if (waiting.length > 0) damaged()
}

function openPiece(frame: Buffer, key: Buffer, bound: Buffer): Buffer | null {
  const plain = Buffer.allocUnsafe(frame.length - nonceBytes - tagBytes)
  const cipher = frame.subarray(nonceBytes)
  const nonce = frame.subarray(0, nonceBytes)
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, cipher, bound, nonce, key)
    return plain
  } catch {
    return null
  }
}

/** What a piece is bound to: this header, and its place in the file. */
function boundTo(headerHash: Buffer, number: number): Buffer {
  const place = Buffer.alloc(8)
  place.writeBigUInt64BE(BigInt(number))
  return Buffer.concat([headerHash, place])
}
