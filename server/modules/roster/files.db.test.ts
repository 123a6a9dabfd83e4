import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import type { MemberRow } from '#contract/people-records.ts'
import type { Retention } from '#contract/retention.ts'
import { erasePerson } from '#server/modules/people/index.ts'
import { holdFiles } from '#server/platform/backup/file-hold.ts'
import { addDays, today } from '#server/platform/clock.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { deleteFile, openFile } from '#server/platform/files/index.ts'
import { attachments } from '#server/operations/verify/records.ts'
import { makeOrganisation, makeTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { removeFiles, removeFilesKind } from './files/remove-files.ts'
import { removeOldFiles } from './files/removals.ts'
import { fileStore } from './staging/dry-run.ts'
import { importer } from './test/import-harness.ts'
import { citizenNumber, sheetOf } from './test/small-roster.ts'

const unionName = '旧文件测试工会'
const row = (name: string, n: number) => ({
  name,
  number: citizenNumber(n),
  union: unionName,
  employer: '北机械厂',
  joined: '2020-05-01',
})
const wrong = { ...row('许测错', 9), number: '330299199001011230' }

/** A tenant with an officer who imports, and the night on it. */
async function world() {
  const { platform, dataFolder, owner } = await testServer()
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  await tenant.inside((tx) =>
    makeOrganisation(tx, { kind: 'basic_union', name: unionName, parentId: tenant.north.streetId }),
  )
  const harness = await importer(tenant)
  const send = (file: string) =>
    harness.dryRun(officer, { file, fileName: 'a.csv', fields: { organisationId: tenant.federationId } })
  const job = { id: '', tenantId: tenant.id, kind: removeFilesKind, payload: {}, fence: 1 }
  const place = { pool: owner, keys: testKeys, dataFolder, anchors: null }
  return {
    tenant,
    officer,
    send,
    commit: (importId: string) => harness.commit(officer, importId),
    night: () => removeFiles(platform)({ ...job, progress: async () => {} }),
    store: fileStore(platform, { tenantId: tenant.id }),
    endedBefore: (importId: string, days: number) =>
      owner.query(
        `update import_commits set committed_at = now() - $2 * interval '1 day' where import_id = $1`,
        [importId, days],
      ),
    firstDay: (tx: Tx) => today(tx).then((day) => addDays(day, -180)),
    difference: () => inTenant(place, tenant.id, async (tx) => (await attachments.run(tx, place)).difference),
    shaOf: (importId: string) =>
      tenant.inside(
        async (tx) =>
          (
            await tx
              .selectFrom('imports')
              .select('file_sha256')
              .where('id', '=', importId)
              .executeTakeFirstOrThrow()
          ).file_sha256,
      ),
    reasonOf: async (importId: string) =>
      (await officer.get<{ fileRemoved: { reason: string } | null }>(`/roster-imports/${importId}`)).body
        .fileRemoved?.reason ?? null,
  }
}

test('a file goes when its import ended long enough ago, and stays as long as another import of the same content needs it', async () => {
  const { tenant, officer, send, commit, night, store, ...its } = await world()
  const sheet = sheetOf([row('许测甲', 1), wrong])
  const first = await send(sheet)
  await commit(first.id)
  const second = await send(sheet)
  const other = await send(sheetOf([row('许测乙', 2)]))
  await commit(other.id)
  await its.endedBefore(first.id, 181)
  await its.endedBefore(other.id, 180)
  const due = async () =>
    (await officer.get<Retention>('/privacy/retention')).body.rules.find(
      (rule) => rule.key === 'retention.import_files',
    )?.due
  assert.equal(await due(), 1)
  const retain = () => tenant.inside(async (tx) => removeOldFiles(tx, await its.firstDay(tx)))
  assert.equal(await retain(), 1)
  assert.equal(await due(), 0)
  await night()
  const reasons = async () => Promise.all([first, second, other].map(({ id }) => its.reasonOf(id)))
  assert.deepEqual(await reasons(), ['retention', null, null])
  const sha = await its.shaOf(first.id)
  await openFile(store, sha)
  const refused = await officer.get<object>(`/roster-imports/${first.id}/rejected-rows`)
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'roster.file_removed'])

  await commit(second.id)
  await its.endedBefore(second.id, 200)
  assert.equal(await retain(), 1)
  await night()
  await assert.rejects(openFile(store, sha), { code: 'common.not_found' })
  await openFile(store, await its.shaOf(other.id))
  assert.equal(await its.difference(), null, 'a removed file is not missed')
  assert.equal(await retain(), 0)
})

test('a crash between the row and the file is made good by the next run, and a backup under way is waited for', async () => {
  const { tenant, send, commit, night, store, ...its } = await world()
  const { database } = await testServer()
  const imported = await send(sheetOf([row('许测丙', 3)]))
  await commit(imported.id)
  await its.endedBefore(imported.id, 400)
  // The row is there and the process ended: the file still lies there.
  await tenant.inside(async (tx) => removeOldFiles(tx, await its.firstDay(tx)))
  const sha = await its.shaOf(imported.id)
  await openFile(store, sha)
  const backup = new pg.Client({ connectionString: database.ownerUrl })
  await backup.connect()
  await holdFiles(backup)
  assert.equal((await night()).backupUnderWay, true)
  await openFile(store, sha)
  await backup.end()
  assert.equal((await night()).backupUnderWay, false)
  await assert.rejects(openFile(store, sha), { code: 'common.not_found' })
  await night()
  assert.equal(await its.difference(), null)
})

test('a file that is neither there nor removed is still found', async () => {
  const { send, store, ...its } = await world()
  const imported = await send(sheetOf([row('许测丁', 4)]))
  assert.equal(await its.difference(), null)
  await deleteFile(store, await its.shaOf(imported.id))
  assert.match((await its.difference()) ?? '', /not_found/)
})

test('after an erasure the night leaves no file that names the person, of ended and of waiting imports alike', async () => {
  const { tenant, officer, send, commit, night, store, ...its } = await world()
  const erased = row('欧阳旧件', 5)
  const done = await send(sheetOf([erased, row('许测戊', 6)]))
  // Checked while nobody knew them: the row has an id that became nobody's.
  const unknown = await send(sheetOf([erased, row('许测己', 7)]))
  await commit(done.id)
  const waiting = await send(sheetOf([erased, row('许测庚', 8), wrong]))
  const others = await send(sheetOf([row('许测辛', 10)]))
  const found = await officer.get<{ items: MemberRow[] }>(`/members?q=${encodeURIComponent(erased.name)}`)
  const personId = found.body.items[0]!.personId
  await officer.post('/memberships/ending', { personIds: [personId], kind: 'left', on: '2024-01-01' })
  assert.equal((await night()).removed, 0)
  await tenant.inside((tx) => erasePerson(tx, null, { personId, basis: 'request', requestId: null }))
  assert.equal((await night()).removed, 3)
  const imports = [done, unknown, waiting, others]
  const reasons = await Promise.all(imports.map(({ id }) => its.reasonOf(id)))
  assert.deepEqual(reasons, ['erasure', 'erasure', 'erasure', null])
  for (const { id } of imports) {
    const content = await openFile(store, await its.shaOf(id)).catch(() => Buffer.alloc(0))
    assert.ok(!content.includes(erased.name) && !content.includes(erased.number))
  }
  await openFile(store, await its.shaOf(others.id))
  const columns = [{ key: '备注', field: null }]
  const again = await officer.request<object>('PUT', `/roster-imports/${waiting.id}/columns`, { columns })
  assert.deepEqual([again.status, again.body.error.code], [422, 'roster.file_removed'])
  assert.equal((await commit(waiting.id)).state, 'committed', 'what waits can still be committed')
  assert.equal((await night()).removed, 0)
  assert.equal(await its.difference(), null)
})
