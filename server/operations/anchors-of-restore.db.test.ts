import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { modules } from '#server/app.ts'
import { erasePerson } from '#server/modules/people/index.ts'
import { audit } from '#server/platform/audit.ts'
import { takeBackup } from '#server/platform/backup/index.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { openInstallation } from '#server/platform/installation.ts'
import { createKeyFile, type KeyFile } from '#server/platform/master-keys.ts'
import { readSettings } from '#server/platform/settings.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { scratchDatabase } from '#server/test/scratch-database.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { applyAnchors, mustBeThere } from './anchors-of-restore.ts'
import { restoreBackup } from './restore.ts'

const keyFile: KeyFile = {
  current: 1,
  hash: testKeys.hashKey.toString('hex'),
  keys: { 1: testKeys.byId.get(1)!.toString('hex') },
}
const folder = mkdtempSync(join(tmpdir(), 'gonghui-anchored-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Sends today's anchor of the tenant into a folder outside, as the nightly job does. */
async function anchorInto(tenant: TestTenant, anchorFolder: string): Promise<void> {
  const { platform } = await testServer()
  const withFolder = { ...platform, outside: { ...platform.outside, anchorFolder } }
  const handlers = Object.assign({}, ...modules.map((module) => module.jobs?.(withFolder) ?? {}))
  await handlers['audit.anchor']({
    id: tenant.id,
    tenantId: tenant.id,
    kind: 'audit.anchor',
    payload: {},
    fence: 1,
    progress: async () => {},
  })
}

const writes = (tenant: TestTenant, count: number) =>
  tenant.inside(async (tx) => {
    for (let entry = 0; entry < count; entry += 1)
      await audit(tx, null, 'test.written', { kind: 'test', id: null, organisationId: null })
  })

test('who was erased after the backup is erased again, and the anchor says what is missing since', async () => {
  const { database, dataFolder } = await testServer()
  const tenant = await makeTenant()
  const [staying, erased] = await tenant.inside(async (tx) => [
    await makePerson(tx, { name: '留下的人' }),
    await makePerson(tx, { name: '要删的人' }),
  ])
  await writes(tenant, 5)
  const path = join(folder, 'before.backup')
  await takeBackup({ ownerUrl: database.ownerUrl, keys: testKeys, keyFile, dataFolder }, path)
  const takenAt = new Date()
  await tenant.inside((tx) => erasePerson(tx, null, { personId: erased!, basis: 'request', requestId: null }))
  await writes(tenant, 3)
  const anchors = mkdtempSync(join(folder, 'anchors-'))
  await anchorInto(tenant, anchors)
  assert.equal(readdirSync(anchors).length, 1)

  const place = await scratchDatabase()
  const settings = readSettings({
    GONGHUI_DATA: mkdtempSync(join(folder, 'place-')),
    DATABASE_URL: place.ownerUrl,
  })
  createKeyFile(settings.keyFile, keyFile)
  await restoreBackup(settings, path, null)
  const installation = await openInstallation(settings)
  const pool = openPool({ url: installation.ownerUrl, connections: 1 })
  const names = async () => {
    const { rows } = await pool.query<{ name: string }>(
      'select name from persons where tenant_id = $1 and id = any($2) order by name',
      [tenant.id, [staying, erased]],
    )
    return rows.map(({ name }) => name)
  }
  assert.deepEqual(await names(), ['留下的人', '要删的人'])
  const host = { pool, keys: testKeys }
  const ofTenant = async (from: string | null) =>
    (await applyAnchors(host, { path: from, takenAt })).find(({ code }) => code === `test-${tenant.id}`)!
  // Nothing at hand: it is said, nothing is invented.
  assert.equal((await ofTenant(null)).newestAt, null)
  assert.deepEqual(await names(), ['留下的人', '要删的人'])
  const [file] = readdirSync(anchors)
  const told = await ofTenant(join(anchors, file!))
  assert.equal(told.erasedAgain, 1)
  assert.ok(told.newestAt !== null)
  assert.ok(told.entriesMissing >= 1)
  assert.equal(told.chainsDiffering, 0)
  assert.ok(!(await names()).includes('要删的人') && (await names()).includes('留下的人'))
  // Run again, by the folder: nobody is erased twice.
  assert.equal((await ofTenant(anchors)).erasedAgain, 0)
  await pool.end()
  await installation.close()
  await place.close()
})

test('an anchor of another key is not believed, a missing one is refused before anything is done', async () => {
  const { owner } = await testServer()
  const tenant = await makeTenant()
  await writes(tenant, 2)
  const anchors = mkdtempSync(join(folder, 'foreign-'))
  await anchorInto(tenant, anchors)
  const foreign = { ...testKeys, hashKey: Buffer.alloc(32, 9) }
  const told = (
    await applyAnchors({ pool: owner, keys: foreign }, { path: anchors, takenAt: new Date() })
  ).find(({ code }) => code === `test-${tenant.id}`)!
  assert.equal(told.newestAt, null)
  assert.equal(told.disbelieved, 1)
  await assert.rejects(mustBeThere(join(folder, 'nowhere')), /There is no anchor at/)
})
