import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { makePerson, makeTenant } from '#server/test/makers.ts'
import { scratchDatabase } from '#server/test/scratch-database.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { audit } from '#server/platform/audit.ts'
import { takeBackup } from '#server/platform/backup/index.ts'
import { deriveKey } from '#server/platform/crypto.ts'
import { urnUrlOf } from '#server/platform/db/app-role.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { openFile, storeFile } from '#server/platform/files/index.ts'
import { createKeyFile, type KeyFile } from '#server/platform/master-keys.ts'
import { readSettings, type Settings } from '#server/platform/settings.ts'
import { boardOf } from '#server/modules/ballots/urn/index.ts'
import { recoveryLines } from './recovery-sheet.ts'
import { restoreBackup } from './restore.ts'
import { filledUrn } from '#server/modules/ballots/tests/tampering.ts'
import { urnWorld } from '#server/modules/ballots/tests/urn-world.ts'

const keyFile: KeyFile = {
  current: 1,
  hash: testKeys.hashKey.toString('hex'),
  keys: { 1: testKeys.byId.get(1)!.toString('hex') },
}
const folder = mkdtempSync(join(tmpdir(), 'gonghui-restore-'))
const file = join(folder, 'one.backup')
const fileKey = deriveKey(testKeys, 'test files')
let sha256 = ''

before(async () => {
  const server = await testServer()
  for (let count = 0; count < 2; count += 1) {
    const tenant = await makeTenant()
    await tenant.inside(async (tx) => {
      for (let person = 0; person < 20; person += 1) await makePerson(tx, { name: '备\\份\t测\n试' })
      for (let entry = 0; entry < 50; entry += 1)
        await audit(tx, null, 'test.written', { kind: 'test', id: null, organisationId: null })
    })
  }
  const content = (async function* () {
    yield Buffer.alloc(700_000, '附件')
  })()
  const stored = await storeFile({ dataFolder: server.dataFolder, key: fileKey }, content, 1_000_000)
  sha256 = stored.sha256
  await fillUrn()
  await takeBackup(await sourceOf(), file)
})

/** A secret vote with live, replaced and cancelled ballots. */
async function fillUrn() {
  const { platform } = await testServer()
  const world = await urnWorld(platform)
  await filledUrn(world)
  return world
}

after(() => rmSync(folder, { recursive: true, force: true }))

async function sourceOf() {
  const { database, dataFolder } = await testServer()
  return { ownerUrl: database.ownerUrl, keys: testKeys, keyFile, dataFolder }
}

/** An empty place on a database of its own. */
async function emptyPlace() {
  const database = await scratchDatabase()
  const dataFolder = mkdtempSync(join(folder, 'place-'))
  const settings: Settings = readSettings({ GONGHUI_DATA: dataFolder, DATABASE_URL: database.ownerUrl })
  return { settings, database, dataFolder }
}

test('a restored place has every row, every audit head and every attachment of the backup', async () => {
  const { settings, database, dataFolder } = await emptyPlace()
  createKeyFile(settings.keyFile, keyFile)
  const { files } = await restoreBackup(settings, file, null)
  assert.equal(files, 1)
  const source = await sourceOf()
  assert.deepEqual(await contentsOf(database.ownerUrl), await contentsOf(source.ownerUrl))
  assert.equal((await openFile({ dataFolder, key: fileKey }, sha256)).length, 700_000)
  await assert.rejects(restoreBackup(settings, file, null), /not empty/)
  await database.close()
})

test('a restored urn has every live ballot and the same board, and a backup tells no order of ballots', async () => {
  const { platform } = await testServer()
  const { voteId } = await fillUrn()
  const path = join(folder, 'urn.backup')
  await takeBackup(await sourceOf(), path)
  const { settings, database } = await emptyPlace()
  createKeyFile(settings.keyFile, keyFile)
  await restoreBackup(settings, path, null)
  const restored = openPool({ url: urnUrlOf(database.ownerUrl, testKeys.hashKey), connections: 1 })
  const board = await boardOf({ urn: restored }, voteId)
  assert.equal(board?.live, 4)
  assert.deepEqual(board, await boardOf(platform, voteId))
  await restored.end()
  const copy = new pg.Client({ connectionString: database.ownerUrl })
  await copy.connect()
  const order = `select array_agg(encode(serial, 'hex') order by ctid) as serials from urn.ballots where vote_id = $1`
  const { serials } = (await copy.query<{ serials: string[] }>(order, [voteId])).rows[0]!
  assert.deepEqual(serials, serials.toSorted())
  await copy.end()
  await database.close()
})

test('rows that are written while the backup is taken are either in it as a whole or not at all', async () => {
  const tenant = await makeTenant()
  let stopped = false
  const writing = (async () => {
    while (!stopped)
      await tenant.inside(async (tx) => {
        await makePerson(tx, { name: '同时写入' })
        await audit(tx, null, 'test.written', { kind: 'test', id: null, organisationId: null })
      })
  })()
  const path = join(folder, 'busy.backup')
  await takeBackup(await sourceOf(), path)
  stopped = true
  await writing
  const { settings, database } = await emptyPlace()
  createKeyFile(settings.keyFile, keyFile)
  // Loading counts every table and compares the audit heads: half a transaction would not come out.
  await restoreBackup(settings, path, null)
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ persons: string; keys: string; entries: string }>(
    `select (select count(*) from persons where tenant_id = $1 and name = '同时写入') as persons,
       (select count(*) from person_keys k join persons p on p.tenant_id = k.tenant_id and p.id = k.person_id
         where p.tenant_id = $1 and p.name = '同时写入') as keys,
       (select count(*) from audit_entries where tenant_id = $1 and action = 'test.written') as entries`,
    [tenant.id],
  )
  assert.equal(rows[0]!.persons, rows[0]!.keys)
  assert.equal(rows[0]!.persons, rows[0]!.entries)
  await client.end()
  await database.close()
})

test('a lost key file comes back from the recovery sheet; without either, or with another, the backup stays shut', async () => {
  const { settings, database } = await emptyPlace()
  await assert.rejects(restoreBackup(settings, file, null), /opens only with its key/)
  const other = { ...keyFile, hash: 'aa'.repeat(32) }
  createKeyFile(settings.keyFile, other)
  await assert.rejects(restoreBackup(settings, file, null), /belongs to another key file/)
  rmSync(settings.keyFile)
  const sheet = join(folder, 'sheet.txt')
  writeFileSync(sheet, recoveryLines(keyFile).join('\n'))
  await restoreBackup(settings, file, sheet)
  assert.deepEqual(JSON.parse(readFileSync(settings.keyFile, 'utf8')), keyFile)
  await database.close()
})

test('a changed, cut or doubled backup is refused by the name of its damaged part, and nothing is left behind', async () => {
  const whole = readFileSync(file)
  const middle = Math.floor(whole.length * 0.5)
  const headerEnd = whole.indexOf('\n', 20) + 1
  const damages: [RegExp, Buffer][] = [
    [/the part "(table|file|what follows)[^"]*"/, changed(whole, middle)],
    [/the part "contents"/, changed(whole, headerEnd + 60)],
    [/the part "(contents|header)"|another key/, changed(whole, headerEnd - 10)],
    [/the part "(manifest|what follows[^"]*)"/, whole.subarray(0, whole.length - 40)],
    [/the part/, whole.subarray(0, middle)],
    [/the part/, Buffer.concat([whole, whole.subarray(headerEnd)])],
    [/is not a backup/, Buffer.from('PK\u0003\u0004 something else')],
  ]
  const { settings, database, dataFolder } = await emptyPlace()
  createKeyFile(settings.keyFile, keyFile)
  for (const [named, content] of damages) {
    const path = join(folder, 'damaged.backup')
    writeFileSync(path, content)
    await assert.rejects(restoreBackup(settings, path, null), named)
  }
  assert.deepEqual(readdirSync(dataFolder), ['gonghui.key'])
  await restoreBackup(settings, file, null)
  await database.close()
})

test('a backup never writes over a file, and a backup of a newer version is refused', async () => {
  const copy = join(folder, 'copy.backup')
  copyFileSync(file, copy)
  await assert.rejects(takeBackup(await sourceOf(), copy), /is there already/)
  const { owner } = await testServer()
  await owner.query(`insert into pgmigrations (name, run_on) values ('9999_of_tomorrow', now())`)
  const newer = join(folder, 'newer.backup')
  await takeBackup(await sourceOf(), newer).finally(() =>
    owner.query(`delete from pgmigrations where name = '9999_of_tomorrow'`),
  )
  const { settings, database } = await emptyPlace()
  createKeyFile(settings.keyFile, keyFile)
  await assert.rejects(restoreBackup(settings, newer, null), /taken by a newer Gonghui/)
  await database.close()
})

function changed(whole: Buffer, at: number): Buffer {
  const copy = Buffer.from(whole)
  copy[at] = copy[at]! ^ 1
  return copy
}

/** Every table with a hash of its rows, whatever their order. */
async function contentsOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'urn') and c.relkind = 'r' and relname not in ('sessions', 'installation', 'pgmigrations') order by 1`,
    )
    const contents: Record<string, string> = {}
    for (const { name } of rows) {
      const { rows: sum } = await client.query<{ sum: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from ${name} t`,
      )
      contents[name] = sum[0]!.sum
    }
    return contents
  } finally {
    await client.end()
  }
}
