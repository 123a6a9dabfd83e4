import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test, type TestContext } from 'node:test'
import { AppError } from '../errors.ts'
import { deleteFile, openFile, storeFile, sweepDrafts, type FileStore } from './index.ts'

const LIMIT = 1_000_000

test('what was stored comes back, whatever its size', async (t) => {
  const store = makeStore(t)
  for (const size of [0, 1, 65_535, 65_536, 65_537, 300_000]) {
    const content = randomBytes(size)
    const stored = await storeFile(store, inPieces(content), LIMIT)
    assert.equal(stored.bytes, size)
    assert.deepEqual(await openFile(store, stored.sha256), content)
  }
})

test('nothing of the content is readable on the disk, and no name tells it', async (t) => {
  const store = makeStore(t)
  const stored = await storeFile(
    store,
    inPieces(Buffer.from('身份证号330299199001011234'.repeat(5000))),
    LIMIT,
  )
  const [path] = filesOf(store)
  assert.equal(path, stored.path)
  assert.ok(!readFileSync(stored.path).includes('330299'))
  assert.ok(!stored.path.includes(stored.sha256))
  assert.equal(statSync(stored.path).mode & 0o077, 0)
})

test('the same content is stored once, and apart for another key', async (t) => {
  const store = makeStore(t)
  const content = randomBytes(1000)
  const first = await storeFile(store, inPieces(content), LIMIT)
  const second = await storeFile(store, inPieces(content), LIMIT)
  assert.equal(first.path, second.path)
  assert.equal(filesOf(store).length, 1)
  const other = { ...store, key: randomBytes(32) }
  await assert.rejects(openFile(other, first.sha256), code('common.not_found'))
  await storeFile(other, inPieces(content), LIMIT)
  assert.equal(filesOf(store).length, 2)
})

test('an upload over the limit, or cut off, leaves nothing behind', async (t) => {
  const store = makeStore(t)
  await assert.rejects(
    storeFile(store, inPieces(randomBytes(LIMIT + 1)), LIMIT),
    code('common.body_too_large'),
  )
  await assert.rejects(storeFile(store, cutOff(), LIMIT), /cut off/)
  assert.deepEqual(filesOf(store), [])
})

test('an altered, shortened or rearranged file is never handed out', async (t) => {
  const store = makeStore(t)
  const { sha256, path } = await storeFile(store, inPieces(randomBytes(200_000)), LIMIT)
  const sealed = readFileSync(path)
  const piece = 65_536 + 40
  const flipped = Buffer.from(sealed)
  flipped[100] = (flipped[100] as number) ^ 1
  const swapped = Buffer.concat([
    sealed.subarray(piece, 2 * piece),
    sealed.subarray(0, piece),
    sealed.subarray(2 * piece),
  ])
  for (const bad of [flipped, swapped, sealed.subarray(0, 2 * piece), sealed.subarray(0, 100)]) {
    writeFileSync(path, bad)
    await assert.rejects(openFile(store, sha256))
  }
})

test('a deleted file is gone, and deleting it again is no error', async (t) => {
  const store = makeStore(t)
  const { sha256 } = await storeFile(store, inPieces(randomBytes(10)), LIMIT)
  await deleteFile(store, sha256)
  await deleteFile(store, sha256)
  await assert.rejects(openFile(store, sha256), code('common.not_found'))
  await assert.rejects(openFile(store, '../../etc/passwd'), code('common.not_found'))
})

test('what a killed upload left is swept, and nothing else', async (t) => {
  const store = makeStore(t)
  await sweepDrafts(store.dataFolder)
  const { path } = await storeFile(store, inPieces(randomBytes(10)), LIMIT)
  writeFileSync(join(store.dataFolder, 'files', 'draft-1'), 'half')
  await sweepDrafts(store.dataFolder)
  assert.deepEqual(filesOf(store), [path])
})

function makeStore(t: TestContext): FileStore {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gonghui-files-'))
  t.after(() => rmSync(dataFolder, { recursive: true }))
  return { dataFolder, key: randomBytes(32) }
}

function inPieces(content: Buffer): Readable {
  const pieces = []
  for (let at = 0; at < content.length; at += 10_007) pieces.push(content.subarray(at, at + 10_007))
  return Readable.from(pieces)
}

async function* cutOff(): AsyncGenerator<Buffer> {
  yield randomBytes(100_000)
  throw new Error('cut off')
}

function filesOf(store: FileStore): string[] {
  const entries = readdirSync(join(store.dataFolder, 'files'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function code(expected: string) {
  return (error: unknown) => error instanceof AppError && error.code === expected
}
