import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { AuditAnchor, AuditState, AuditVerification, QueuedJob } from '#contract/audit.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { RunningJob } from '#server/platform/jobs.ts'
import type { OutsideServices } from '#server/platform/mail.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { isOurs, parseAnchor, writeAnchor } from '../anchors/anchor.ts'
import { keepInFolder, latestAnchors, readAnchorFile } from '../anchors/folder.ts'
import { makeAnchor } from '../anchors/make.ts'
import { auditJobs } from '../jobs.ts'
import { sealLog } from '../store.ts'
import { append, asRead, verified } from './log-maker.ts'

const job = (tenantId: string, kind: string): RunningJob => ({
  id: tenantId,
  tenantId,
  kind,
  payload: {},
  fence: 1,
  progress: async () => {},
})

/** Runs a job of the audit log as a server with these places outside would. */
async function runJob(tenant: TestTenant, kind: string, outside: Partial<OutsideServices>) {
  const { platform } = await testServer()
  const withPlaces = { ...platform, outside: { ...platform.outside, ...outside } }
  return auditJobs(withPlaces)[kind]!(job(tenant.id, kind))
}

function folderOf(t: { after: (end: () => void) => void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-anchors-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a seal covers what was appended since the one before; without anything new there is none', async () => {
  const tenant = await makeTenant()
  assert.equal(await tenant.inside(sealLog), null)
  await tenant.inside((tx) => append(tx, 5))
  assert.equal(await tenant.inside(sealLog), 1)
  assert.equal(await tenant.inside(sealLog), null)
  await tenant.inside((tx) => append(tx, 2))
  assert.equal(await tenant.inside(sealLog), 2)
  const found = await tenant.inside((tx) => verified(tx))
  assert.deepEqual(
    { seals: found.seals, intact: found.intact, chains: found.chains },
    { seals: 2, intact: true, chains: found.chains },
  )
  assert.ok(found.sealedUntil !== null)
  assert.equal(found.anchoredUntil, null)
})

test('two that seal at once make one seal', async () => {
  const tenant = await makeTenant()
  await tenant.inside((tx) => append(tx, 5))
  const made = await Promise.all([1, 2, 3, 4].map(() => tenant.inside(sealLog)))
  assert.deepEqual(
    made.filter((number) => number !== null),
    [1],
  )
  assert.equal((await tenant.inside((tx) => verified(tx))).intact, true)
})

test('an anchor is read as it was written; a changed, cut or foreign one is told apart', async () => {
  const tenant = await makeTenant()
  await tenant.inside((tx) => append(tx, 5))
  const made = (await tenant.inside((tx) => makeAnchor(tx, null)))!
  const anchor = asRead(made)
  assert.equal(anchor.tenant.id, tenant.id)
  assert.equal(anchor.seal.entries, 5)
  assert.equal(isOurs(testKeys, anchor), true)
  assert.match(String(parseAnchor(made.text.replace('"seq":5', '"seq":6'))), /changed/)
  assert.match(String(parseAnchor(made.text.slice(0, -2))), /changed/)
  assert.match(String(parseAnchor(made.text.split('\n').slice(0, 2).join('\n'))), /changed/)
  assert.match(String(parseAnchor(made.text.replace('"format":1', '"format":2'))), /newer/)
  assert.match(String(parseAnchor('names,of,people')), /not an anchor/)
  const otherKeys = { ...testKeys, hashKey: Buffer.alloc(32, 'other') }
  const forged = parseAnchor(writeAnchor(otherKeys, anchor).text)
  assert.ok(typeof forged !== 'string')
  assert.equal(isOurs(testKeys, forged), false)
  const { brokenAnchors } = await tenant.inside((tx) => verified(tx, forged))
  assert.deepEqual(brokenAnchors, [{ number: 1, problem: 'key' }])
})

test('erasures go outside with the anchor, ids only', async () => {
  const tenant = await makeTenant()
  const personId = await tenant.inside(async (tx) => {
    await append(tx, 1)
    const id = await makePerson(tx, { name: '钱测试' })
    await tx
      .insertInto('person_erasures')
      .values({ tenant_id: tx.tenantId, person_id: id, basis: 'request' })
      .execute()
    return id
  })
  const first = asRead(await tenant.inside((tx) => makeAnchor(tx, null)))
  const second = asRead(await tenant.inside((tx) => makeAnchor(tx, null)))
  for (const { erasures } of [first, second])
    assert.deepEqual(
      erasures.map((each) => each.personId),
      [personId],
    )
  assert.deepEqual(Object.keys(first.erasures[0]!).sort(), ['erasedAt', 'personId'])
  assert.deepEqual(second.previous, { number: 1, digest: first.digest })
})

test('the daily job writes the anchor into the folder, once, closed to others, and the newest comes first', async (t) => {
  const folder = folderOf(t)
  const tenant = await makeTenant()
  await tenant.inside((tx) => append(tx, 3))
  assert.deepEqual(await runJob(tenant, 'audit.anchor', { anchorFolder: folder }), {
    anchor: 1,
    kept: 1,
    failed: 0,
  })
  assert.deepEqual(await runJob(tenant, 'audit.anchor', { anchorFolder: folder }), {
    anchor: 2,
    kept: 1,
    failed: 0,
  })
  const names = readdirSync(folder).sort()
  assert.equal(names.length, 2)
  assert.equal(statSync(join(folder, names[0]!)).mode & 0o777, 0o640)
  const of = { id: tenant.id, code: `test-${tenant.id}` }
  const { anchors } = await latestAnchors(folder, of)
  assert.deepEqual(
    anchors.map(({ number }) => number),
    [2, 1],
  )
  assert.equal((await readAnchorFile(join(folder, names[1]!))).number, 2)

  const text = readFileSync(join(folder, names[0]!), 'utf8')
  await keepInFolder(folder, names[0]!, text)
  await assert.rejects(keepInFolder(folder, names[0]!, `${text}\n`), { code: 'EEXIST' })

  writeFileSync(join(folder, names[0]!), text.replace('"chain"', '"chian"'))
  assert.deepEqual((await latestAnchors(folder, of)).damaged, [1])
  assert.deepEqual((await latestAnchors(folder, { ...of, code: 'another' })).anchors, [])
  assert.deepEqual((await latestAnchors(join(folder, 'none'), of)).anchors, [])
})

test('a place that cannot be reached is a failure the audit administrator sees', async (t) => {
  const folder = folderOf(t)
  const tenant = await makeTenant()
  const admin = await tenant.officer('audit_administrator', tenant.federationId)
  writeFileSync(join(folder, 'a-file'), '')
  const { platform } = await testServer()
  const quiet = {
    ...platform,
    log: { ...platform.log, error: () => {} },
    outside: { ...platform.outside, anchorFolder: join(folder, 'a-file') },
  }
  const said = await auditJobs(quiet)['audit.anchor']!(job(tenant.id, 'audit.anchor'))
  assert.deepEqual(said, { anchor: 1, kept: 0, failed: 1 })
  const { body: state } = await admin.get<AuditState>('/audit/state')
  assert.deepEqual(
    state.anchor?.deliveries.map(({ place, outcome }) => ({ place, outcome })),
    [{ place: 'folder', outcome: 'failed' }],
  )
  assert.deepEqual(state.places, { folder: false, mail: false })
})

test('the audit administrator makes an anchor by hand, keeps its file, and verifies against it', async () => {
  const tenant = await makeTenant()
  await tenant.inside((tx) => append(tx, 4))
  const admin = await tenant.officer('audit_administrator', tenant.federationId)
  const { status, body: queued } = await admin.post<QueuedJob>('/audit/anchors')
  assert.equal(status, 202)
  const { platform } = await testServer()
  await inTenant(platform, tenant.id, (tx) => makeAnchor(tx, null))
  const { body: list } = await admin.get<{ items: AuditAnchor[] }>('/audit/anchors')
  const number = list.items.at(-1)!.number
  assert.equal((await admin.get<AuditAnchor>(`/audit/anchors/${number}`)).body.number, number)
  assert.equal((await admin.get('/audit/anchors/999')).status, 404)
  const { app } = await testServer()
  const file = await app.inject({ url: `/api/v1/audit/anchors/${number}/file`, headers: admin.headers })
  const { body: found } = await admin.post<AuditVerification>('/audit/verification', { anchor: file.body })
  assert.deepEqual({ intact: found.intact, anchors: found.anchors }, { intact: true, anchors: 1 })
  assert.ok(found.anchoredUntil !== null)

  const other = await makeTenant()
  const stranger = await other.officer('audit_administrator', other.federationId)
  assert.equal((await stranger.get(`/audit/anchors/${number}`)).status, 404)
  const refused = await stranger.post('/audit/verification', { anchor: file.body })
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'audit.not_an_anchor'])
  assert.equal((await admin.post('/audit/verification', { anchor: 'rubbish' })).status, 422)
  assert.ok(queued.id)
})

test('an anchor newer than the log, as after a restore of an older backup, does not pass', async () => {
  const tenant = await makeTenant()
  const { owner } = await testServer()
  await tenant.inside((tx) => append(tx, 2))
  await tenant.inside(sealLog)
  await tenant.inside((tx) => append(tx, 2))
  const anchor = asRead(await tenant.inside((tx) => makeAnchor(tx, null)))
  await owner.query('delete from audit_seal_heads where tenant_id = $1 and seal = 2', [tenant.id])
  await owner.query('delete from audit_anchors where tenant_id = $1', [tenant.id])
  await owner.query('delete from audit_seals where tenant_id = $1 and number = 2', [tenant.id])
  const { brokenAnchors, intact } = await tenant.inside((tx) => verified(tx, anchor))
  assert.deepEqual([brokenAnchors, intact], [[{ number: 1, problem: 'seal' }], false])
})
