import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { loadBackup, checkBackup } from '#server/platform/backup/index.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { openInstallation } from '#server/platform/installation.ts'
import { createKeyFile, type KeyFile } from '#server/platform/master-keys.ts'
import { readSettings, type Settings } from '#server/platform/settings.ts'
import { emptyDatabase } from '#server/test/scratch-database.ts'
import { testKeys } from '#server/test/server.ts'
import { restoreBackup } from './restore.ts'
import { verifyPlace } from './verify/index.ts'

// The small demo as version 0.1 wrote it, before accounts, powers and privacy had their tables; sealed under the keys of tests.
const ofOldVersion = join(import.meta.dirname, 'fixtures/schema-0011.backup')
const membersThen = 1204

const keyFile: KeyFile = {
  current: 1,
  hash: testKeys.hashKey.toString('hex'),
  keys: { 1: testKeys.byId.get(1)!.toString('hex') },
}
const folder = mkdtempSync(join(tmpdir(), 'gonghui-upgrade-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** A place as version 0.1 left it: its schema, its rows. */
async function oldPlace() {
  const place = await newPlace()
  const { contents, manifest } = await checkBackup(ofOldVersion, testKeys)
  const { ownerUrl, keys, close } = await openInstallation(place.settings, contents.migrations)
  await loadBackup(ofOldVersion, { ownerUrl, keys, dataFolder: place.settings.dataFolder }, manifest)
  await close()
  return { ...place, migrations: contents.migrations }
}

async function newPlace() {
  const { ownerUrl, close } = await emptyDatabase()
  const dataFolder = mkdtempSync(join(folder, 'place-'))
  const settings = readSettings({ GONGHUI_DATA: dataFolder, DATABASE_URL: ownerUrl })
  createKeyFile(settings.keyFile, keyFile)
  return { settings, ownerUrl, close }
}

/** Everything recounts, and nobody was lost. */
async function mustBeWhole(settings: Settings): Promise<void> {
  const place = await openInstallation(settings)
  const pool = openPool({ url: place.ownerUrl, connections: 1 })
  const differences: string[] = []
  const looked = { pool, keys: place.keys, dataFolder: settings.dataFolder, anchors: null }
  for await (const { check, difference } of verifyPlace(looked))
    if (difference !== null) differences.push(`${check}: ${difference}`)
  assert.deepEqual(differences, [])
  const { rows } = await pool.query<{ members: number }>(
    'select count(*)::int as members from memberships where ends_before is null and superseded_at is null',
  )
  assert.equal(rows[0]!.members, membersThen)
  await pool.end()
  await place.close()
}

test('data of version 0.1 are backed up, brought to this version and recount; the old code then refuses them', async () => {
  const { settings, migrations, close } = await oldPlace()
  const { applied, close: closePlace } = await openInstallation(settings)
  await closePlace()
  assert.ok(applied.length > 0)
  await mustBeWhole(settings)
  const [backup] = readdirSync(join(settings.dataFolder, 'backups'))
  assert.match(backup!, /^before-upgrade-of-0011_demo_posts-/)
  await assert.rejects(openInstallation(settings, migrations), /written by a newer Gonghui/)
  const back = await newPlace()
  await restoreBackup(back.settings, join(settings.dataFolder, 'backups', backup!), null)
  await mustBeWhole(back.settings)
  await back.close()
  await close()
})

test('an upgrade that meets somebody at work gives way after seconds, says so, and has changed nothing', async (t) => {
  const { settings, ownerUrl, migrations, close } = await oldPlace()
  const other = new pg.Client({ connectionString: ownerUrl })
  await other.connect()
  t.after(async () => {
    await other.end()
    await close()
  })
  await other.query('begin; lock table accounts, jobs, persons, posts in share row exclusive mode')
  await assert.rejects(openInstallation(settings), /nothing was changed: somebody else works in it/)
  await other.query('rollback')
  const { rows } = await other.query<{ name: string }>('select name from pgmigrations order by id')
  assert.deepEqual(
    rows.map(({ name }) => name),
    migrations,
  )
  await (await openInstallation(settings)).close()
})
