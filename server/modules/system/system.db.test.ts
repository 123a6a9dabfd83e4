import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SystemState } from '#contract/system.ts'
import { inPlumbing } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { recordBackup, type BackupOutcome } from './index.ts'
import { standingOf } from './rules.ts'
import { systemMetrics } from './queries/metrics.ts'

const good: BackupOutcome = {
  origin: 'schedule',
  fileName: 'gonghui-20261128T183000Z.backup',
  tookMilliseconds: 1200,
  taken: { bytes: 1000, rows: 20, attachments: 1, sha256: 'ab' },
  problem: null,
}

async function failedJob(tenantId: string | null): Promise<string> {
  const { owner } = await testServer()
  const id = newId()
  await owner.query(
    `insert into jobs (id, tenant_id, kind, payload, state, attempts, max_attempts, error_code, ended_at)
     values ($1, $2, 'test.gone', '{}', 'failed', 5, 5, 'common.internal', now())`,
    [id, tenantId],
  )
  return id
}

test('the system administrator sees how the installation stands, and a failed backup as failed', async () => {
  const { platform, owner } = await testServer()
  const tenant = await makeTenant()
  const admin = await tenant.officer('system_administrator', tenant.federationId)
  const state = async () => (await admin.get<SystemState>('/system')).body
  assert.equal((await state()).backups.state, 'none')
  const ownersPlace = { ...platform, pool: owner }
  await inPlumbing(ownersPlace.pool, (tx) => recordBackup(tx, good))
  const after = await state()
  assert.equal(after.backups.state, 'good')
  assert.equal(after.backups.latest[0]!.rows, 20)
  assert.match(after.database.version, /^\d+/)
  assert.ok(after.disks[0]!.freeBytes! > 0)
  await inPlumbing(owner, (tx) => recordBackup(tx, { ...good, taken: null, problem: 'disk_full' }))
  assert.equal((await state()).backups.state, 'failed')
  const lines = await systemMetrics(platform)
  assert.ok(lines.some((line) => /^gonghui_backup_age_seconds \d+$/.test(line)))
  assert.ok(lines.includes('gonghui_backup_failed 1'))
  assert.ok(lines.some((line) => /^gonghui_disk_free_bytes\{place="data"\} \d+$/.test(line)))
})

test('the server’s own role cannot put down a backup: only the machine’s commands can', async () => {
  const { platform } = await testServer()
  await assert.rejects(
    inPlumbing(platform.pool, (tx) => recordBackup(tx, good)),
    /permission denied/,
  )
})

test('a failed job is run again or taken off the list; another tenant’s is not there, and others may not at all', async () => {
  const tenant = await makeTenant()
  const other = await makeTenant()
  const admin = await tenant.officer('system_administrator', tenant.federationId)
  const stranger = await other.officer('system_administrator', other.federationId)
  const security = await tenant.officer('security_administrator', tenant.federationId)
  const [first, second] = [await failedJob(tenant.id), await failedJob(tenant.id)]
  const listed = (await admin.get<SystemState>('/system')).body.jobs.failed.map(({ id }) => id)
  assert.ok(listed.includes(first) && listed.includes(second))
  assert.equal((await stranger.post(`/system/jobs/${first}/retry`)).status, 404)
  assert.equal((await security.post(`/system/jobs/${first}/retry`)).status, 403)
  assert.equal((await admin.post(`/system/jobs/${first}/retry`)).status, 200)
  assert.equal((await admin.request('DELETE', `/system/jobs/${second}`)).status, 200)
  assert.equal((await admin.request('DELETE', `/system/jobs/${second}`)).status, 404)
  const { owner } = await testServer()
  const { rows } = await owner.query('select id, state, attempts from jobs where id = any($1)', [
    [first, second],
  ])
  assert.deepEqual(rows, [{ id: first, state: 'waiting', attempts: 0 }])
})

test('without a backup folder a backup or a drill cannot be ordered', async () => {
  const tenant = await makeTenant()
  const admin = await tenant.officer('system_administrator', tenant.federationId)
  for (const path of ['/system/backups', '/system/drills']) {
    const { status, body } = await admin.post<object>(path)
    assert.equal(status, 422)
    assert.equal(body.error.code, 'system.no_backup_folder')
  }
})

test('what is old is late, and what failed last is failed however good the one before was', () => {
  const now = new Date('2026-11-28T12:00:00Z')
  const hoursAgo = (hours: number) => ({ endedAt: new Date(now.getTime() - hours * 3_600_000) })
  const limit = { now, hours: 26 }
  assert.equal(standingOf(null, null, limit), 'none')
  assert.equal(standingOf({ problem: null }, hoursAgo(26), limit), 'good')
  assert.equal(standingOf({ problem: null }, hoursAgo(26.1), limit), 'late')
  assert.equal(standingOf({ problem: 'disk_full' }, hoursAgo(1), limit), 'failed')
})
