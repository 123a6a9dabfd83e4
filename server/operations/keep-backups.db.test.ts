import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { backupName, takenAtOf } from '#server/platform/backup/plan.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { dropOldBackups, newestBackup, nextBackupPath, takeKnownBackup } from './keep-backups.ts'

const folder = mkdtempSync(join(tmpdir(), 'gonghui-keep-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function source() {
  const { database, dataFolder } = await testServer()
  const keyFile = {
    current: 1,
    hash: testKeys.hashKey.toString('hex'),
    keys: { 1: testKeys.byId.get(1)!.toString('hex') },
  }
  return { ownerUrl: database.ownerUrl, keys: testKeys, keyFile, dataFolder }
}

test('a backup is read back, put down with its hash, and told in the audit log of the tenant', async () => {
  const { owner } = await testServer()
  const tenant = await makeTenant()
  const path = await nextBackupPath(owner, folder)
  const taken = await takeKnownBackup(owner, await source(), { path, origin: 'schedule' })
  assert.equal(await newestBackup(folder), path)
  const { rows } = await owner.query(`select problem, bytes::int, sha256 from backups where file_name = $1`, [
    path.split('/').at(-1),
  ])
  assert.deepEqual(rows, [{ problem: null, bytes: taken.bytes, sha256: taken.sha256 }])
  const entries = await owner.query(
    `select from audit_entries where tenant_id = $1 and action = 'system.backed_up'`,
    [tenant.id],
  )
  assert.equal(entries.rowCount, 1)
})

test('a backup that cannot be written is put down as failed, and nothing is left', async () => {
  const { owner } = await testServer()
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const path = join(file, 'no-folder.backup')
  await assert.rejects(takeKnownBackup(owner, await source(), { path, origin: 'command' }), /cannot be made/)
  const { rows } = await owner.query(`select problem from backups where file_name = 'no-folder.backup'`)
  assert.deepEqual(rows, [{ problem: 'folder' }])
})

test('old backups make way, the newest one never does, and other files stay', async () => {
  const day = 86_400_000
  const start = Date.parse('2026-06-01T18:30:00Z')
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 40 }),
      async (days, keepDays) => {
        const place = mkdtempSync(join(folder, 'old-'))
        const names = days.map((each) => backupName(new Date(start + each * day)))
        for (const name of [...names, 'notes.txt', 'by-hand.backup']) writeFileSync(join(place, name), '')
        await dropOldBackups(place, keepDays)
        const left = readdirSync(place)
        const newest = Math.max(...days)
        const expected = days.filter((each) => newest - each <= keepDays).length
        assert.equal(left.length, expected + 2)
        assert.ok(left.includes(backupName(new Date(start + newest * day))))
      },
    ),
    { numRuns: 25 },
  )
})

test('the name of a backup gives its moment back', () => {
  const moment = new Date('2026-11-28T18:30:05Z')
  assert.equal(backupName(moment), 'gonghui-20261128T183005Z.backup')
  assert.deepEqual(takenAtOf(backupName(moment)), moment)
  assert.equal(takenAtOf('one.backup'), null)
})
