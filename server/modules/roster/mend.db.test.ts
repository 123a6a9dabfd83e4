import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportJob, ImportRow, RosterImport } from '#contract/roster.ts'
import { openWorkbook } from '#server/platform/workbook/index.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { importer, type ImportHarness } from './test/import-harness.ts'
import { citizenNumber, sheetOf, viewHash, type SheetPerson } from './test/small-roster.ts'

const north = { union: '北机械厂工会委员会', employer: '北机械厂' }
const ann: SheetPerson = { name: '陈测甲', number: citizenNumber(1), ...north }
const wrongNumber: SheetPerson = { name: '林测乙', number: `${citizenNumber(2).slice(0, 17)}A`, ...north }
const noSuchUnion: SheetPerson = { name: '王测丙', number: citizenNumber(3), ...north, union: '没有这个工会' }
const retired: SheetPerson = { name: '赵测丁', number: citizenNumber(4), ...north, remark: '已退休' }

test('a rejected row is judged as it is typed, and kept only when it is saved', async () => {
  const { officer, imported } = await judged([ann, wrongNumber])
  const [row] = await rowsOf(officer, imported.id, 'rejected')
  assert.equal(row!.cells.find((cell) => cell.field === 'id_number')?.text, wrongNumber.number)
  const path = `/roster-imports/${imported.id}/rows/${row!.rowId}`
  const typing = await officer.post<ImportRow>(`${path}/check`, { cells: { id_number: '3302' } })
  assert.deepEqual([typing.body.bucket, typing.body.codes], ['rejected', ['X09']])
  const good = await officer.post<ImportRow>(`${path}/check`, { cells: { id_number: citizenNumber(2) } })
  assert.deepEqual([good.body.bucket, good.body.reasons], ['new', []])
  assert.equal((await rowsOf(officer, imported.id, 'rejected')).length, 1)

  const saved = await officer.request<ImportRow>('PATCH', path, { cells: { id_number: citizenNumber(2) } })
  assert.equal(saved.body.bucket, 'new')
  const { body } = await officer.get<RosterImport>(`/roster-imports/${imported.id}`)
  assert.deepEqual([body.counts?.new, body.counts?.rejected], [2, 0])
})

test('a row whose union is unknown cannot be taken as it is, and passes once the union is named', async () => {
  const { officer, imported } = await judged([noSuchUnion])
  const [row] = await rowsOf(officer, imported.id, 'review')
  assert.equal(row!.confirmable, false)
  const path = `/roster-imports/${imported.id}/rows/${row!.rowId}`
  const refused = await officer.request<ImportRow>('PATCH', path, { decision: 'confirmed' })
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'roster.row_must_be_mended'])
  const fixed = await officer.request<ImportRow>('PATCH', path, { cells: { union_name: north.union } })
  assert.equal(fixed.body.bucket, 'new')
})

test('an officer takes a row as it is, leaves it out, and opens it again', async () => {
  const { officer, imported } = await judged([retired])
  const [row] = await rowsOf(officer, imported.id, 'review')
  const decide = async (decision: string) =>
    (
      await officer.request<ImportRow>('PATCH', `/roster-imports/${imported.id}/rows/${row!.rowId}`, {
        decision,
      })
    ).body.bucket
  assert.equal(await decide('confirmed'), 'new')
  assert.equal(await decide('left_out'), 'left_out')
  assert.equal(await decide('open'), 'review')
})

test('of a person who stands in the file twice only one row can be taken', async () => {
  const { officer, imported } = await judged([ann, ann])
  assert.deepEqual([imported.counts?.new, imported.counts?.review], [1, 1])
  const [row] = await rowsOf(officer, imported.id, 'review')
  const path = `/roster-imports/${imported.id}/rows/${row!.rowId}`
  const refused = await officer.request<ImportRow>('PATCH', path, { decision: 'confirmed' })
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'roster.same_person_twice'])
})

test('a row that is ready cannot be mended behind its back', async () => {
  const { officer, imported } = await judged([ann])
  const [row] = await rowsOf(officer, imported.id, 'new')
  const path = `/roster-imports/${imported.id}/rows/${row!.rowId}`
  const refused = await officer.request<ImportRow>('PATCH', path, { cells: { full_name: '别人' } })
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'roster.row_is_settled'])
  assert.equal(row!.values.id_number, `3302${'*'.repeat(10)}${ann.number.slice(-4)}`)
  assert.deepEqual(row!.cells, [])
})

test('a column the officer names is used, and remembered for this sender', async () => {
  const { officer, tenant, harness } = await start()
  const file = sheetOf([ann]).replace('所属工会', '归哪里管')
  const sent = { file, fields: { organisationId: tenant.federationId } }
  const first = await harness.dryRun(officer, sent)
  assert.equal(first.counts?.review, 1)
  const column = first.sheets[0]!.columns.find((each) => each.header === '归哪里管')!
  assert.equal(column.field, null)
  const remap = await officer.request<ImportJob>('PUT', `/roster-imports/${first.id}/columns`, {
    columns: [{ key: column.key, field: 'union_name' }],
  })
  assert.equal(remap.status, 202)
  assert.equal((await harness.settled(officer, first.id)).counts?.new, 1)
  assert.equal((await harness.dryRun(officer, sent)).counts?.new, 1)
  const bad = await officer.request('PUT', `/roster-imports/${first.id}/columns`, {
    columns: [{ key: column.key, field: 'shoe_size' }],
  })
  assert.equal(bad.status, 400)
})

test('rejected rows go back in the sender’s layout with their reasons', async () => {
  const { officer, imported } = await judged([ann, wrongNumber, retired])
  const { app } = await testServer()
  const answer = await app.inject({
    url: `/api/v1/roster-imports/${imported.id}/rejected-rows`,
    headers: officer.headers,
  })
  assert.equal(answer.statusCode, 200)
  const workbook = await openWorkbook(answer.rawPayload)
  const rows: unknown[][] = []
  await workbook.sheets[0]!.rows((row) => rows.push(row.values.slice(0, row.width)))
  workbook.close()
  assert.equal(rows[0]!.at(-1), '原因')
  assert.deepEqual(
    rows.slice(1).map((row) => row[0]),
    [wrongNumber.name, retired.name],
  )
  assert.match(String(rows[1]!.at(-1)), /身份证号不正确/)
})

test('whoever may not import is refused, and an import out of reach is not there', async () => {
  const { tenant, harness, imported } = await judged([ann])
  const path = `/roster-imports/${imported.id}`
  const nobody = await tenant.nobody()
  assert.equal((await nobody.get(path)).status, 403)
  const auditor = await tenant.officer('audit_administrator', tenant.federationId)
  assert.equal((await auditor.post(`${path}/commit`)).status, 403)

  const streetOfficer = await tenant.officer('street_officer', tenant.north.streetId)
  for (const read of [path, `${path}/rows`, `${path}/report`, `${path}/leavers`, `${path}/rejected-rows`])
    assert.equal((await streetOfficer.get(read)).status, 404, read)
  for (const act of ['commit', 'undo'])
    assert.equal((await streetOfficer.post(`${path}/${act}`)).status, 404, act)
  const listed = await streetOfficer.get<{ items: unknown[] }>('/roster-imports')
  assert.deepEqual(listed.body.items, [])
  const elsewhere = await harness.upload(streetOfficer, 'roster-imports', {
    file: sheetOf([ann]),
    fields: { organisationId: tenant.south.streetId },
  })
  assert.equal(elsewhere.status, 404)
  const other = await (
    await makeTenant()
  )
    .officer('federation_officer', tenant.federationId)
    .catch(() => null)
  assert.equal(other, null)
})

test('a street officer brings members into her own unions only', async () => {
  const { tenant, harness } = await start()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const south: SheetPerson = { ...ann, name: '钱测戊', number: citizenNumber(9), union: '南机械厂工会委员会' }
  const imported = await harness.dryRun(officer, {
    file: sheetOf([ann, south]),
    fields: { organisationId: tenant.north.streetId },
  })
  assert.deepEqual([imported.counts?.new, imported.counts?.review], [1, 1])
})

test('bad input is answered with the field that is wrong', async () => {
  const { tenant, harness, officer } = await start()
  const noUnit = await harness.upload(officer, 'roster-imports', { file: 'x', fields: {} })
  assert.deepEqual([noUnit.status, noUnit.body.error.fields?.[0]?.path], [400, 'organisationId'])
  const oddMode = await harness.upload(officer, 'roster-imports', {
    file: 'x',
    fields: { organisationId: tenant.federationId, mode: 'maybe' },
  })
  assert.deepEqual([oddMode.status, oddMode.body.error.fields?.[0]?.path], [400, 'mode'])
  assert.equal((await officer.get('/roster-imports/not-a-uuid')).status, 400)
})

test('nothing of a dry run is in the register', async () => {
  const { tenant, harness, officer } = await start()
  const before = await tenant.inside(viewHash)
  await harness.dryRun(officer, { file: sheetOf([ann]), fields: { organisationId: tenant.federationId } })
  assert.equal(await tenant.inside(viewHash), before)
})

async function start(): Promise<{ tenant: TestTenant; harness: ImportHarness; officer: TestClient }> {
  const tenant = await makeTenant()
  const harness = await importer(tenant)
  return { tenant, harness, officer: await tenant.officer('federation_officer', tenant.federationId) }
}

async function judged(persons: readonly SheetPerson[]) {
  const started = await start()
  const imported = await started.harness.dryRun(started.officer, {
    file: sheetOf(persons),
    fields: { organisationId: started.tenant.federationId },
    fileName: '花名册.csv',
  })
  return { ...started, imported }
}

async function rowsOf(officer: TestClient, importId: string, list: string): Promise<ImportRow[]> {
  const { body } = await officer.get<{ items: ImportRow[] }>(
    `/roster-imports/${importId}/rows?outcome=${list}`,
  )
  return body.items
}
