import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { checkBackup, takeBackup } from '#server/platform/backup/index.ts'
import { PlainSentence } from '#server/platform/plain-sentence.ts'
import { audit } from '#server/platform/audit.ts'
import { makePerson, makeTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'

const triesOfEachKind = 20
const folder = mkdtempSync(join(tmpdir(), 'gonghui-damage-'))
after(() => rmSync(folder, { recursive: true, force: true }))
let whole: Buffer
let other: Buffer

before(async () => {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    for (let person = 0; person < 20; person += 1) await makePerson(tx, { name: '备份损坏' })
    await audit(tx, null, 'test.written', { kind: 'test', id: null, organisationId: null })
  })
  whole = await backupNamed('one')
  other = await backupNamed('other')
})

async function backupNamed(name: string): Promise<Buffer> {
  const { database, dataFolder } = await testServer()
  const keyFile = {
    current: 1,
    hash: testKeys.hashKey.toString('hex'),
    keys: { 1: testKeys.byId.get(1)!.toString('hex') },
  }
  const path = join(folder, `${name}.backup`)
  await takeBackup({ ownerUrl: database.ownerUrl, keys: testKeys, keyFile, dataFolder }, path)
  return readFileSync(path)
}

/** Where the first line ends, and every piece after it: its place and length with the four bytes before it. */
function layoutOf(file: Buffer): { head: number; pieces: { at: number; length: number }[] } {
  const head = file.indexOf('\n', 20) + 1
  const pieces = []
  for (let at = head; at < file.length; at += 4 + file.readUInt32BE(at))
    pieces.push({ at, length: 4 + file.readUInt32BE(at) })
  return { head, pieces }
}

const pieceOf = (file: Buffer, { at, length }: { at: number; length: number }) =>
  file.subarray(at, at + length)

/** Ways in which a file goes bad; each takes a random source and gives the bad file. */
const damages: Record<string, (draw: (below: number) => number) => Buffer> = {
  'a bit that turned': (draw) => {
    const bad = Buffer.from(whole)
    bad[draw(bad.length)]! ^= 1 << draw(8)
    return bad
  },
  'a bit of the first line': (draw) => {
    const bad = Buffer.from(whole)
    bad[draw(layoutOf(whole).head)]! ^= 1 << draw(8)
    return bad
  },
  'a bit of the last piece': (draw) => {
    const bad = Buffer.from(whole)
    const last = layoutOf(whole).pieces.at(-1)!
    bad[last.at + draw(last.length)]! ^= 1 << draw(8)
    return bad
  },
  'a block of zeroes': (draw) => Buffer.from(whole).fill(0, draw(whole.length - 600)),
  'a file cut off': (draw) => whole.subarray(0, draw(whole.length)),
  'a file cut off between two pieces': (draw) => {
    const { pieces } = layoutOf(whole)
    return whole.subarray(0, pieces[draw(pieces.length)]!.at)
  },
  'a piece that is missing': (draw) => {
    const { pieces } = layoutOf(whole)
    const gone = pieces[draw(pieces.length)]!
    return Buffer.concat([whole.subarray(0, gone.at), whole.subarray(gone.at + gone.length)])
  },
  'a piece that is there twice': (draw) => {
    const { pieces } = layoutOf(whole)
    const twice = pieces[draw(pieces.length)]!
    return Buffer.concat([whole.subarray(0, twice.at), pieceOf(whole, twice), whole.subarray(twice.at)])
  },
  'two pieces exchanged': (draw) => {
    const { head, pieces } = layoutOf(whole)
    const first = draw(pieces.length - 1)
    const order = [...pieces]
    order.splice(first, 2, pieces[first + 1]!, pieces[first]!)
    return Buffer.concat([whole.subarray(0, head), ...order.map((piece) => pieceOf(whole, piece))])
  },
  'a piece of another backup': (draw) => {
    const { pieces } = layoutOf(whole)
    const theirs = layoutOf(other).pieces
    const here = pieces[draw(pieces.length)]!
    const foreign = pieceOf(other, theirs[draw(theirs.length)]!)
    return Buffer.concat([whole.subarray(0, here.at), foreign, whole.subarray(here.at + here.length)])
  },
  'something after the end': (draw) => Buffer.concat([whole, Buffer.alloc(1 + draw(500), draw(256))]),
}

const named =
  /the part "[^"]+"|is not a backup of Gonghui|belongs to another key file|written by a newer Gonghui/

test('every kind of damage at a random place is found, and the part is named', async (t) => {
  const seed = randomInt(2 ** 31)
  let state = seed
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const path = join(folder, 'damaged.backup')
  let tried = 0
  for (const [kind, damage] of Object.entries(damages)) {
    for (let tries = 0; tries < triesOfEachKind; tries += 1) {
      const bad = damage(draw)
      writeFileSync(path, bad)
      await assert.rejects(
        checkBackup(path, testKeys),
        (error) => error instanceof PlainSentence && named.test(error.message),
        `${kind} was not found (seed ${seed}, try ${tries})`,
      )
      tried += 1
    }
  }
  t.diagnostic(`${tried} damages, seed ${seed}`)
  assert.ok(tried >= 200)
})

test('the undamaged file is not complained about, and another key opens nothing of it', async () => {
  await checkBackup(join(folder, 'one.backup'), testKeys)
  await assert.rejects(
    checkBackup(join(folder, 'one.backup'), { ...testKeys, hashKey: Buffer.alloc(32, 9) }),
    /belongs to another key file/,
  )
})
