import { createHash } from 'node:crypto'
import { open as openHandle, mkdir, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sodium from 'sodium-native'
import { open, seal } from '../crypto.ts'
import { newId } from '../ids.ts'
import { AppError, notFound } from '../errors.ts'
import { outageOf } from '../outage.ts'

/** The largest upload that is taken. */
export const UPLOAD_LIMIT_BYTES = 60 * 1024 * 1024

/** What is kept of a stored file: the SHA-256 of its content, in hex, is its name to everybody else. */
export interface StoredFile {
  sha256: string
  bytes: number
  path: string
}

/**
 * Stores an upload under `dataFolder/files`, sealed piece by piece, so that citizen numbers never reach the disk in
 * clear. It is on the disk for good when this returns; the same content under the same key is stored once. Larger
 * than `limitBytes`: 'common.body_too_large', and nothing stays behind.
 */
export async function storeFile(
  store: FileStore,
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<StoredFile> {
  const draft = join(folderOf(store), `draft-${newId()}`)
  await mkdir(dirname(draft), { recursive: true, mode: 0o700 })
  const handle = await openHandle(draft, 'wx', 0o600)
  try {
    const written = await writeSealed(handle, store.key, stream, limitBytes).finally(() => handle.close())
    const path = pathOf(store, written.sha256)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await rename(draft, path)
    await syncFolder(dirname(path))
    return { ...written, path }
  } catch (error) {
    await rm(draft, { force: true })
    throw outageOf(error) ?? error
  }
}

/** Where files are kept and the 32-byte key that seals them; another key sees other files. */
export interface FileStore {
  dataFolder: string
  key: Buffer
}

/** The content of a stored file. Not there: not found. Throws when the stored bytes were altered. */
export async function openFile(store: FileStore, sha256: string): Promise<Buffer> {
  const handle = await openHandle(pathOf(store, sha256), 'r').catch(notFoundWhenAbsent)
  try {
    return await readSealed(handle, store.key, sha256)
  } finally {
    await handle.close()
  }
}

/** Piece by piece into one buffer: a large file is in memory once, not three times. */
async function readSealed(handle: FileHandle, key: Buffer, sha256: string): Promise<Buffer> {
  const { size } = await handle.stat()
  const content = Buffer.allocUnsafe(size)
  const sealed = Buffer.allocUnsafe(SEALED_BYTES)
  const hash = createHash('sha256')
  let length = 0
  for (let at = 0; at < size; at += SEALED_BYTES) {
    const { bytesRead } = await handle.read(sealed, 0, SEALED_BYTES, at)
    const piece = open(key, sealed.subarray(0, bytesRead))
    hash.update(piece)
    length += piece.copy(content, length)
  }
  // Each piece proves itself; only the sum of all proves that none is missing or exchanged.
  if (hash.digest('hex') !== sha256) throw new Error('a stored file is damaged')
  return content.subarray(0, length)
}

/** Removes a stored file; it is no error when it is gone already. */
export async function deleteFile(store: FileStore, sha256: string): Promise<void> {
  await rm(pathOf(store, sha256), { force: true })
}

/** Removes what uploads left that ended with the process; for the start of the server, before the first upload. */
export async function sweepDrafts(dataFolder: string): Promise<void> {
  const folder = join(dataFolder, 'files')
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names) if (name.startsWith('draft-')) await rm(join(folder, name), { force: true })
}

const PIECE_BYTES = 64 * 1024
const SEALED_BYTES = seal(Buffer.alloc(32), Buffer.alloc(PIECE_BYTES)).length

async function writeSealed(
  handle: FileHandle,
  key: Buffer,
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  let waiting = Buffer.alloc(0)
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes > limitBytes) throw new AppError('invalid', 'common.body_too_large')
    hash.update(chunk)
    waiting = Buffer.concat([waiting, chunk])
    const whole = waiting.length - (waiting.length % PIECE_BYTES)
    for (let at = 0; at < whole; at += PIECE_BYTES)
      await handle.writeFile(seal(key, waiting.subarray(at, at + PIECE_BYTES)))
    waiting = waiting.subarray(whole)
  }
  if (waiting.length > 0) await handle.writeFile(seal(key, waiting))
  await handle.sync()
  return { sha256: hash.digest('hex'), bytes }
}

function folderOf(store: FileStore): string {
  return join(store.dataFolder, 'files')
}

/** The name on the disk is a keyed hash: whoever holds the disk cannot even ask whether it has a certain file. */
function pathOf(store: FileStore, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return notFound()
  const out = Buffer.alloc(32)
  sodium.crypto_generichash(out, Buffer.from(`file ${sha256}`), store.key)
  const name = out.toString('hex')
  return join(folderOf(store), name.slice(0, 2), name)
}

/** A rename is only for good when its folder has reached the disk too; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await openHandle(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

function notFoundWhenAbsent(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') notFound()
  throw error
}
