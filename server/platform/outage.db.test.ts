import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { makeTenant } from '#server/test/makers.ts'
import { exclusively } from './embedded/processes.ts'
import { AppError } from './errors.ts'
import { storeFile } from './files/index.ts'
import { outageOf } from './outage.ts'

const isDiskFull = (error: unknown) =>
  error instanceof AppError && error.kind === 'unavailable' && error.code === 'common.disk_full'

test('a database without room refuses by a code that people understand, and nothing of the work is kept', async () => {
  const tenant = await makeTenant()
  await assert.rejects(
    tenant.inside(async (tx) => {
      await tx.updateTable('tenants').set({ access_version: 4_750_162 }).where('id', '=', tenant.id).execute()
      await sql`do $$ begin raise exception using errcode = 'disk_full'; end $$`.execute(tx)
    }),
    isDiskFull,
  )
  const { access_version } = await tenant.inside((tx) =>
    tx.selectFrom('tenants').select('access_version').where('id', '=', tenant.id).executeTakeFirstOrThrow(),
  )
  assert.notEqual(access_version, 4_750_162)
})

test('an upload that meets a full disk leaves no half file', async (t) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gonghui-full-'))
  t.after(() => rmSync(dataFolder, { recursive: true, force: true }))
  async function* until() {
    yield randomBytes(300_000)
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  }
  await assert.rejects(storeFile({ dataFolder, key: randomBytes(32) }, until(), 1_000_000), isDiskFull)
  assert.deepEqual(
    readdirSync(join(dataFolder, 'files')).filter((name) => name.startsWith('draft')),
    [],
  )
})

test('a database that is away is told apart from one that has a fault', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code })
  for (const code of ['57P03', '57P01', 'ECONNREFUSED'])
    assert.equal(outageOf(coded(code))?.code, 'common.unavailable')
  assert.equal(outageOf(new Error('Connection terminated unexpectedly'))?.code, 'common.unavailable')
  for (const other of [coded('23505'), new Error('x'), null, undefined, 'x'])
    assert.equal(outageOf(other), null)
})

test('a lock file that a full disk or a kill left without its mark shuts nobody out for ever', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-lock-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const lock = join(folder, 'one.lock')
  writeFileSync(lock, '')
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(lock, longAgo, longAgo)
  assert.equal(await exclusively(lock, async () => 'came in'), 'came in')
  assert.deepEqual(readdirSync(folder), [])
})
