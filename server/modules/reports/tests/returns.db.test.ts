import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnnualReturn, AnnualReturnLine, StatisticalCode } from '#contract/reports-returns.ts'
import type { Me } from '#contract/sessions.ts'
import { openWorkbook, type CellValue } from '#server/platform/workbook/index.ts'
import type { TestClient } from '#server/test/client.ts'
import { addMembers, federationOfficer } from '#server/test/organisation-officer.ts'
import { testServer } from '#server/test/server.ts'
import { sealedWorld } from './sealed-world.ts'

const year = 2025

test('a return has one line for each basic union of the scope, equal to what was sealed and to a recount', async () => {
  const { tenant, officer, verify, behind } = await sealedWorld()
  await behind(
    `insert into headcounts (tenant_id, id, organisation_id, as_of, workers, women, migrants, source)
     values ($1, gen_random_uuid(), $2, '2025-06-30', 40, 15, 6, 'officer'), ($1, gen_random_uuid(), $2, '2025-12-31', 50, 20, 7, 'officer')`,
    [tenant.id, tenant.north.employerId],
  )
  const made = await make(officer)
  assert.deepEqual([made.startsOn, made.endsOn], ['2024-10-01', '2025-09-30'])
  assert.deepEqual([made.unions, made.members, made.workers, made.version], [2, 5, 40, 1])
  const told = new Map(
    (await linesOf(officer, made.id)).map(({ unionId, members, employers, ...line }) => [
      unionId,
      [members, line.workers, line.womenWorkers, line.migrantWorkers, employers],
    ]),
  )
  assert.deepEqual(told.get(tenant.north.unionId), [3, 40, 15, 6, 1])
  assert.deepEqual(told.get(tenant.south.unionId), [2, null, null, null, 1])
  const { body: sealed } = await officer.get<{ figures: { total: number; asOf: string }[] }>(
    `/sealed-reports/${made.reportId}`,
  )
  assert.deepEqual(
    sealed.figures.map(({ total, asOf }) => [total, asOf]),
    [
      [5, '2025-09-30'],
      [40, '2025-09-30'],
    ],
  )
  assert.equal((await verify(made.reportId)).intact, true)
})

test('the code stays over renames and years; a correction needs a reason, keeps the old one and is found next year', async () => {
  const { tenant, officer, behind } = await sealedWorld()
  const { unionId } = tenant.north
  const first = (await linesOf(officer, (await make(officer, { year: 2024 })).id)).find(
    (line) => line.unionId === unionId,
  )!
  const renamed = await officer.post(`/organisations/${unionId}/changes`, {
    name: '改名后的工会',
    startsOn: '2025-03-01',
  })
  assert.equal(renamed.status, 200, JSON.stringify(renamed.body))
  const second = await lineOf(officer, unionId)
  assert.equal(second.name, '改名后的工会')
  assert.equal(second.statCode, first.statCode)
  assert.ok(!second.findings.includes('code_changed'))

  const recorded = await record(officer, unionId, {
    code: '330299000777',
    reason: '上级核发',
    documentNo: '总工统〔2025〕1号',
  })
  assert.equal(recorded.status, 201, JSON.stringify(recorded.body))
  const { body: me } = await officer.get<Me>('/me')
  assert.deepEqual(
    recorded.body.items.map(({ code, reason, recordedByName, until }) => [
      code,
      reason,
      recordedByName,
      until === null,
    ]),
    [
      ['330299000777', '上级核发', me.actingAs!.post, true],
      [first.statCode, null, null, false],
    ],
  )
  const third = await lineOf(officer, unionId)
  assert.equal(third.statCode, '330299000777')
  assert.ok(third.findings.includes('code_changed'))
  const { rowCount } = await testServer().then(({ owner }) =>
    owner.query('select from annual_return_lines where tenant_id = $1 and union_id = $2 and stat_code = $3', [
      tenant.id,
      unionId,
      first.statCode,
    ]),
  )
  assert.equal(rowCount, 2, 'what was reported stays')
  await assert.rejects(
    tenant.inside((tx) => tx.updateTable('union_stat_codes').set({ code: 'X' }).execute()),
    /permission denied/,
  )
  assert.equal(await behind('select from union_stat_codes where tenant_id = $1', [tenant.id]), 1)
})

test('a code that another organisation bears is refused, also when two write it down at once', async () => {
  const { tenant, officer } = await sealedWorld()
  const other = (await codes(officer, tenant.south.unionId))[0]!.code
  const taken = await record(officer, tenant.north.unionId, { code: other, reason: '上级核发' })
  assert.deepEqual([taken.status, taken.body.error.code], [409, 'reports.stat_code_taken'])
  const own = (await codes(officer, tenant.north.unionId))[0]!.code
  const same = await record(officer, tenant.north.unionId, { code: own, reason: '上级核发' })
  assert.deepEqual([same.status, same.body.error.code], [422, 'reports.stat_code_same'])
  const employer = await record(officer, tenant.north.employerId, { code: '330299000001', reason: '错了' })
  assert.equal(employer.body.error.code, 'reports.code_of_no_union')
  const both = await Promise.all(
    [tenant.north, tenant.south].map(({ unionId }) =>
      record(officer, unionId, { code: '330299000555', reason: '上级核发' }),
    ),
  )
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409])
  const wrong = await record(officer, tenant.north.unionId, { code: '!', reason: ' ', documentNo: '' })
  assert.equal(wrong.status, 400)
  assert.deepEqual(wrong.body.error.fields?.map(({ path }) => path).sort(), ['code', 'documentNo', 'reason'])
})

test('made again it is a correction beside the first; two at once make two versions of one line', async () => {
  const { tenant, officer } = await sealedWorld()
  const first = await make(officer)
  await addMembers(tenant, 4, tenant.south)
  const [second, third] = await Promise.all([make(officer), make(officer)])
  assert.deepEqual([first.version, first.members], [1, 5])
  assert.deepEqual([second.version, third.version].sort(), [2, 3])
  assert.equal(second.members, 9)
  const { body: again } = await officer.get<AnnualReturn>(`/annual-returns/${first.id}`)
  assert.deepEqual(again, first, 'what was made stays')
})

test('a year that is not over, and a scope without unions, are refused and nothing is sealed', async () => {
  const { tenant, officer } = await sealedWorld()
  for (const [input, code] of [
    [{ year: 2090 }, 'reports.year_not_over'],
    [{ year, organisationId: tenant.north.employerId }, 'reports.no_unions_then'],
  ] as const) {
    const { status, body } = await officer.post('/annual-returns', input)
    assert.deepEqual([status, body.error.code], [422, code])
  }
  assert.deepEqual((await officer.get<{ items: object[] }>('/sealed-reports')).body.items, [])
})

test('a street makes and sees its own return only; whoever only counts makes none', async () => {
  const { tenant, officer } = await sealedWorld()
  const { id } = await make(officer)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  for (const path of ['', '/lines', '/workbook'])
    assert.equal((await street.get(`/annual-returns/${id}${path}`)).status, 404, path)
  const own = await make(street)
  assert.deepEqual([own.unions, own.members], [1, 3])
  const elsewhere = await street.post('/annual-returns', { year, organisationId: tenant.south.streetId })
  assert.equal(elsewhere.status, 404)
  assert.equal(
    (await record(street, tenant.south.unionId, { code: '330299000009', reason: '核对' })).status,
    404,
  )
  const auditor = await tenant.officer('audit_committee_member', tenant.federationId)
  assert.equal((await auditor.post('/annual-returns', { year })).status, 403)
  assert.equal((await auditor.get(`/annual-returns/${id}/lines`)).status, 403)
})

test('the workbook has 901 to 904, the figures there are, empty columns for the rest, and the check', async () => {
  const { tenant } = await sealedWorld()
  const officer = await federationOfficer(tenant)
  const { id } = await make(officer)
  const { app } = await testServer()
  const { statusCode, rawPayload } = await app.inject({
    method: 'GET',
    url: `/api/v1/annual-returns/${id}/workbook`,
    headers: officer.headers,
  })
  assert.equal(statusCode, 200)
  const rows = await rowsOf(rawPayload)
  assert.match(String(rows[1]![0]), /2024-10-01 至 2025-09-30.*会员 5 人.*封存第 1 号，校验码 [0-9a-f]{24}/)
  const heads = rows[2]!.map(String)
  const lines = await linesOf(officer, id)
  assert.equal(rows.length, 3 + lines.length)
  for (const [index, line] of lines.entries()) {
    const row = rows[3 + index]!
    assert.equal(row[heads.indexOf('901 统计代码')], line.statCode)
    assert.equal(row[heads.indexOf('会员人数')], line.members)
    assert.equal(row[heads.indexOf('903 行政区划代码')], '330299')
    assert.ok(!row[heads.indexOf('女会员')])
    assert.equal(row[heads.indexOf('逻辑审核')], '没有填报过职工人数')
  }
})

async function make(client: TestClient, more: object = {}): Promise<AnnualReturn> {
  const { status, body } = await client.post<AnnualReturn>('/annual-returns', { year, ...more })
  assert.equal(status, 201, JSON.stringify(body))
  return body
}

async function linesOf(client: TestClient, id: string): Promise<AnnualReturnLine[]> {
  const { body } = await client.get<{ items: AnnualReturnLine[] }>(`/annual-returns/${id}/lines`)
  return body.items
}

async function lineOf(client: TestClient, unionId: string): Promise<AnnualReturnLine> {
  return (await linesOf(client, (await make(client)).id)).find((line) => line.unionId === unionId)!
}

function record(client: TestClient, organisationId: string, input: object) {
  return client.post<{ items: StatisticalCode[] }>(
    `/organisations/${organisationId}/statistical-codes`,
    input,
  )
}

async function codes(client: TestClient, organisationId: string): Promise<StatisticalCode[]> {
  const { body } = await client.get<{ items: StatisticalCode[] }>(
    `/organisations/${organisationId}/statistical-codes`,
  )
  return body.items
}

async function rowsOf(bytes: Buffer): Promise<CellValue[][]> {
  const book = await openWorkbook(bytes)
  const rows: CellValue[][] = []
  await book.sheets[0]!.rows((row) => void rows.push(row.values.slice(0, row.width)))
  book.close()
  return rows
}
