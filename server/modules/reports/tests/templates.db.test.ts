import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { SealedReport } from '#contract/reports-seals.ts'
import type { ReportTemplate, TemplateCell } from '#contract/reports-templates.ts'
import { makeBudget } from '#server/modules/funds/tests/make-budget.ts'
import { newId } from '#server/platform/ids.ts'
import { fillWorkbook, openWorkbook, type CellValue } from '#server/platform/workbook/index.ts'
import { makeXlsx } from '#server/platform/workbook/make-test-workbook.ts'
import type { TestClient } from '#server/test/client.ts'
import { makePerson } from '#server/test/makers.ts'
import { addMembers } from '#server/test/organisation-officer.ts'
import { testServer } from '#server/test/server.ts'
import { sealedWorld } from './sealed-world.ts'

const text = (cell: string, words: string, style = '') =>
  `<c r="${cell}"${style} t="inlineStr"><is><t>${words}</t></is></c>`

/** A superior's form: a head with styles and a merged title, a row for each street, a sum, a second sheet that is not touched. */
const form = makeXlsx({
  sheets: [
    {
      name: '会员统计',
      xml: `<cols><col min="1" max="1" width="40" customWidth="1"/></cols><sheetData>
        <row r="1" spans="1:3" ht="30" customHeight="1">${text('A1', '会员统计表', ' s="1"')}</row>
        <row r="3">${text('A3', '合计')}<c r="B3" s="1"/><c r="C3"><f>SUM(B5:B6)</f><v>0</v></c></row>
        <row r="5">${text('A5', ' 北街道 总工会')}<c r="B5" s="1"/><c r="D5" s="1"/></row>
        <row r="6">${text('A6', '南街道总工会')}</row>
        <row r="7">${text('A7', '西街道总工会')}</row>
      </sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>`,
    },
    { name: '说明', xml: `<sheetData><row r="1">${text('A1', '填表说明')}</row></sheetData>` },
  ],
  styles: '<cellXfs><xf/><xf numFmtId="3"/></cellXfs>',
})

test('a mapping that was saved fills the form this year and the next, from sealed figures', async () => {
  const { tenant, officer, verify } = await sealedWorld()
  const template = await upload(officer, form)
  assert.deepEqual(
    template.sheets.map(({ name, lastRow, lastColumn, formulas }) => [name, lastRow, lastColumn, formulas]),
    [
      ['会员统计', 7, 4, ['C3']],
      ['说明', 1, 1, []],
    ],
  )
  const mapped = await save(officer, template.id, [
    { sheet: '会员统计', target: 'B3', measure: 'members' },
    { sheet: '会员统计', target: 'B5:B6', measure: 'members' },
  ])
  assert.equal(mapped.status, 200, JSON.stringify(mapped.body))
  const fill = async (asOf: string) => {
    const { status, body } = await officer.post<SealedReport>(`/report-templates/${template.id}/fillings`, {
      title: `会员统计 ${asOf}`,
      asOf,
    })
    assert.equal(status, 201, JSON.stringify(body))
    return body
  }
  const first = await fill('2026-01-31')
  assert.deepEqual(
    first.figures.map(({ total }) => total),
    [5, 3, 2],
  )
  assert.deepEqual(await valuesOf(officer, first.id), { B3: 5, B5: 3, B6: 2 })
  await addMembers(tenant, 4, tenant.north)
  const second = await fill('2026-02-28')
  assert.deepEqual(await valuesOf(officer, second.id), { B3: 9, B5: 7, B6: 2 })
  assert.deepEqual(await valuesOf(officer, first.id), { B3: 5, B5: 3, B6: 2 }, 'what was sealed stays')
  assert.equal((await verify(first.id)).intact, true)
})

test('money stands in a form in yuan, as forms ask for it', async () => {
  const { tenant, officer } = await sealedWorld()
  await tenant.inside(async (tx) => {
    const { budgetId } = await makeBudget(tx, { organisationId: tenant.federationId, amountFen: 100_000 })
    const personId = await makePerson(tx, { name: '周主席' })
    await sql`insert into claims (tenant_id, id, budget_id, organisation_id, person_id, reason, period, number, gross_fen, tax_fen, net_fen, tax_category)
      values (${tx.tenantId}, ${newId()}, ${budgetId}, ${tenant.north.unionId}, ${personId}, 'stipend', '2026-05', 0, 60050, 0, 60050, 'none')`.execute(
      tx,
    )
  })
  const { id } = await upload(officer, form)
  await save(officer, id, [{ sheet: '会员统计', target: 'B3', measure: 'stipends_due_fen' }])
  const { status, body } = await officer.post<SealedReport>(`/report-templates/${id}/fillings`, {
    title: '补贴统计',
  })
  assert.equal(status, 201, JSON.stringify(body))
  assert.equal(body.figures[0]!.total, 60_050)
  assert.equal((await valuesOf(officer, body.id))['B3'], 600.5)
})

test('what does not fit is said by its cell or name, and nothing is saved or sealed', async () => {
  const { officer } = await sealedWorld()
  const { id } = await upload(officer, form)
  const refused = async (cell: Partial<TemplateCell>) => {
    const { status, body } = await save(officer, id, [
      { sheet: '会员统计', target: 'B3', measure: 'members', ...cell },
    ])
    return [status, body.error.code, Object.values(body.error.params)[0]]
  }
  assert.deepEqual(await refused({ target: 'B99' }), [422, 'reports.cell_outside', 'B99'])
  assert.deepEqual(await refused({ target: 'Z3' }), [422, 'reports.cell_outside', 'Z3'])
  assert.deepEqual(await refused({ target: 'C3' }), [422, 'reports.cell_has_formula', 'C3'])
  assert.deepEqual(await refused({ target: 'B5:C6' }), [422, 'reports.range_not_column', 'B5:C6'])
  assert.deepEqual(await refused({ sheet: '别的表' }), [422, 'reports.sheet_unknown', '别的表'])
  assert.deepEqual(await refused({ measure: 'zeal' }), [422, 'reports.metric_unknown', 'zeal'])
  const fill = () => officer.post(`/report-templates/${id}/fillings`, { title: '年报' })
  assert.equal((await fill()).body.error.code, 'reports.not_mapped')
  await save(officer, id, [{ sheet: '会员统计', target: 'B5:B7', measure: 'members' }])
  const { status, body } = await fill()
  assert.deepEqual(
    [status, body.error.code, body.error.params['names']],
    [422, 'reports.names_unmatched', 'A7 西街道总工会'],
  )
  assert.deepEqual((await officer.get<{ items: object[] }>('/sealed-reports')).body.items, [])
  for (const other of ['no workbook', '甲,乙\n1,2\n']) {
    const { status, body } = await send(officer, Buffer.from(other))
    assert.deepEqual([status, body.error.code], [422, 'reports.template_unreadable'])
  }
})

test('templates are for those who seal, within their scope', async () => {
  const { tenant, officer } = await sealedWorld()
  const { id } = await upload(officer, form)
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  assert.equal((await north.get(`/report-templates/${id}`)).status, 404)
  assert.equal((await save(north, id, [{ sheet: '会员统计', target: 'B3', measure: 'members' }])).status, 404)
  const unionOfficer = await tenant.officer('union_officer', tenant.north.unionId)
  assert.equal((await send(unionOfficer, form)).status, 403)
})

test('filling keeps everything of a workbook but the cells that are filled', async () => {
  const filled = await fillWorkbook(form, [
    { sheet: '会员统计', cell: 'B5', value: 7 },
    { sheet: '会员统计', cell: 'B6', value: 8 },
    { sheet: '会员统计', cell: 'A4', value: 1 },
  ])
  const [before, after] = [await cellsOf(form), await cellsOf(filled)]
  assert.deepEqual(after, {
    ...before,
    '会员统计!B5': 7,
    '会员统计!B6': 8,
    '会员统计!A4': 1,
  })
  const book = await openWorkbook(filled)
  const { merges, columnWidths } = await book.sheets[0]!.survey()
  assert.deepEqual([merges.length, columnWidths[0]], [1, 40])
  book.close()
})

async function send(client: TestClient, workbook: Buffer) {
  const data = new FormData()
  data.set('name', '会员统计表')
  data.set('file', new Blob([new Uint8Array(workbook)]), '会员统计表.xlsx')
  return client.post<ReportTemplate>('/report-templates', data)
}

async function upload(client: TestClient, workbook: Buffer): Promise<ReportTemplate> {
  const { status, body } = await send(client, workbook)
  assert.equal(status, 201, JSON.stringify(body))
  return body
}

function save(client: TestClient, id: string, cells: readonly TemplateCell[]) {
  return client.post<ReportTemplate>(`/report-templates/${id}/mappings`, { cells })
}

/** The numbers of the filled form. */
async function valuesOf(client: TestClient, reportId: string) {
  const { app } = await testServer()
  const url = `/api/v1/sealed-reports/${reportId}/workbook`
  const { statusCode, rawPayload } = await app.inject({ method: 'GET', url, headers: client.headers })
  assert.equal(statusCode, 200)
  const cells = await cellsOf(rawPayload)
  return Object.fromEntries(['B3', 'B5', 'B6'].map((cell) => [cell, cells[`会员统计!${cell}`]]))
}

async function cellsOf(bytes: Buffer): Promise<Record<string, CellValue>> {
  const book = await openWorkbook(bytes)
  const cells: Record<string, CellValue> = {}
  for (const sheet of book.sheets)
    await sheet.rows((row) => {
      for (let column = 0; column < row.width; column++)
        if (row.values[column] !== null && row.values[column] !== '')
          cells[`${sheet.name}!${String.fromCharCode(65 + column)}${row.number}`] = row.values[column]!
    })
  book.close()
  return cells
}
