import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { openWorkbook, writeReturnedRows } from './index.ts'
import { makeXlsx } from './make-test-workbook.ts'
import { readRows } from './read-test-rows.ts'

const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`
const SHEET =
  '<cols><col min="1" max="1" width="6"/><col min="2" max="3" width="20"/></cols><sheetData>' +
  `<row r="1">${text('A1', '花名册')}</row><row r="3">${text('A3', '序号')}${text('B3', '姓名')}${text('C3', '工作单位')}</row>` +
  `<row r="4"><c r="A4"><v>1</v></c>${text('B4', '张一')}${text('C4', '云川百合印刷有限责任公司')}</row>` +
  `<row r="5"><c r="A5"><v>2</v></c>${text('B5', '=1+1')}</row><row r="6"><c r="A6"><v>330299199001010000</v></c><c r="B6" t="e"><f>1</f><v>#N/A</v></c></row>` +
  '</sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="C4:C5"/></mergeCells>'

test('rows go back in the layout they came in, with the reason at the right', async () => {
  const book = await openWorkbook(makeXlsx({ sheets: [{ xml: SHEET, name: '会员花名册' }] }))
  const reasons = new Map([
    [5, '姓名含有公式字符，不能作为姓名'],
    [6, '缺少身份证号'],
  ])
  const sheet = book.sheets[0]
  assert.ok(sheet)
  const file = await buffer(await writeReturnedRows(sheet, { headerEndsAt: 3, reasons, reasonTitle: '原因' }))
  const rows = await readRows(file)
  assert.deepEqual(
    rows.map((row) => row.cells.map((cell) => cell.value)),
    [
      ['花名册'],
      [],
      ['序号', '姓名', '工作单位', '原因'],
      [2, '=1+1', '云川百合印刷有限责任公司', '姓名含有公式字符，不能作为姓名'],
      [330299199001010000, '#N/A', null, '缺少身份证号'],
    ],
  )
  assert.equal(rows[3]?.cells[1]?.kind, 'text')
  const copy = (await openWorkbook(file)).sheets[0]
  assert.equal(copy?.name, '会员花名册')
  const survey = await copy?.survey()
  assert.deepEqual(survey?.merges, [{ top: 1, left: 0, bottom: 1, right: 2 }])
  assert.deepEqual(survey?.columnWidths, [6, 20, 20, 40])
})
