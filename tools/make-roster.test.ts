import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openWorkbook, type CellValue } from '#server/platform/workbook/index.ts'
import { encodeGb18030 } from './generate/gb18030.ts'
import { ROSTER_COLUMNS } from './generate/roster-rows.ts'
import { ROSTER_LAYOUTS, type RosterLayout } from './generate/roster-sheet.ts'
import { makeOrganisations } from './make-organisations.ts'
import { makeRoster } from './make-roster.ts'

const folder = mkdtempSync(join(tmpdir(), 'gonghui-roster-'))
after(() => rmSync(folder, { recursive: true }))

for (const layout of ROSTER_LAYOUTS) {
  test(`a ${layout} roster accounts for every row of the file`, async () => {
    const { out, made } = await write(layout, 0.2)
    const { rows, merges } = await read(out)
    const judged = made.acceptedCount + made.review.length + made.rejected.length
    assert.equal(judged, made.dataRows)
    assert.ok(made.planted > 100 && made.review.length > 30 && made.rejected.length > 10)
    const blank = made.skipped.filter((row) => row.kind === 'blank').map((row) => row.row)
    assert.equal(
      made.dataRows + made.skipped.length,
      rows.size + blank.filter((row) => !rows.has(row)).length,
    )
    for (const { row, kind } of made.skipped) {
      if (kind === 'header' || kind === 'subtotal')
        assert.match(String(rows.get(row)!.find(Boolean)), /序号|编号|小计|合计|类型|户籍/)
    }
    assert.equal(merges > 0, layout === 'messy' || layout === 'two-row-header')
  })
}

test('a clean roster can be read back cell by cell, shared or inline', async () => {
  for (const strings of ['shared', 'inline'] as const) {
    const { out, made } = await write('plain', 0, strings)
    assert.equal(made.acceptedCount, 700)
    const { rows } = await read(out)
    assert.deepEqual(
      rows.get(1),
      ROSTER_COLUMNS.map((column) => column.header),
    )
    const column = (key: string) => ROSTER_COLUMNS.findIndex((each) => each.key === key)
    const numbers = new Set([...rows.values()].slice(1).map((row) => row[column('id_number')]))
    assert.equal(numbers.size, 700)
    for (const number of numbers) assert.match(String(number), /^\d{4}99\d{11}[\dX]$/)
    assert.ok(
      [...rows.values()].some((row) => /[\u{20000}-\u{2ffff}]/u.test(String(row[column('full_name')]))),
    )
  }
})

test('the same options give the same bytes', async () => {
  const [first, second] = [await write('messy', 0.1), await write('messy', 0.1)]
  assert.equal(hash(first.out), hash(second.out))
  assert.deepEqual(first.made, second.made)
})

test('GB18030 is written as it is read, rare characters included', () => {
  const text = '姓名,张𠮷,吐尔逊·艾力,𬭎𫘧，㐂䶮（€）ABC\r\n'
  assert.equal(new TextDecoder('gb18030').decode(encodeGb18030(text)), text)
})

test('a register accounts for every row and its workers are at least its members', async () => {
  const out = join(folder, 'organisations.xlsx')
  const made = await makeOrganisations({
    organisations: 120,
    members: 3000,
    seed: 2,
    out,
    defectRate: 0.3,
    asOf: '2026-06-30',
  })
  const { rows } = await read(out)
  assert.equal(rows.size, made.dataRows + 1)
  assert.equal(made.acceptedCount + made.review.length + made.rejected.length, made.dataRows)
  assert.ok(
    made.planted >= 15 && made.rejected.length > 0 && made.review.length > 0 && made.accepted.length > 0,
  )
})

async function write(layout: RosterLayout, defectRate: number, strings: 'shared' | 'inline' = 'shared') {
  const out = join(folder, `${layout}.${layout === 'csv-gb18030' ? 'csv' : 'xlsx'}`)
  const made = await makeRoster({
    members: 700,
    organisations: 20,
    seed: 5,
    out,
    defectRate,
    layout,
    strings,
    asOf: '2026-06-30',
  })
  return { out, made }
}

async function read(path: string) {
  const book = await openWorkbook(path)
  const rows = new Map<number, CellValue[]>()
  const sheet = book.sheets[0]!
  await sheet.rows((row) => {
    rows.set(row.number, row.values.slice(0, row.width))
  })
  const { merges } = await sheet.survey()
  book.close()
  return { rows, merges: merges.length }
}

function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
