import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anotherRow, inShort, judgeRows, judgeSheets, madeRow } from '../test/made-roster.ts'
import { at, cells, header, people } from '../test/made-sheets.ts'
import { merge, type MadeCell } from '../test/made-workbook.ts'
import { MOST_DATA_ROWS } from './sheet-walk.ts'

test('merged cells fill inside their range only, the rows that receive a value are marked', async () => {
  const blank = { 工作单位: null, 统一社会信用代码: null, 所属工会: null }
  const rows = [anotherRow(1), anotherRow(2, blank), anotherRow(3, blank), anotherRow(4, blank)]
  const merges = ['工作单位', '统一社会信用代码', '所属工会'].map((name) =>
    merge(2, at(name as '工作单位'), 4),
  )
  assert.deepEqual((await judgeRows(rows, { merges })).map(inShort), [
    'accepted',
    'accepted X15',
    'accepted X15',
    'review M01',
  ])
})

test('a merged range goes on through a subtotal and does not make a blank row a data row', async () => {
  const blank = { 所属工会: null }
  const rows: MadeCell[][] = [
    anotherRow(1),
    cells({ 姓名: '小计' }),
    anotherRow(2, blank),
    [],
    anotherRow(3, blank),
  ]
  const { rows: judged, summary } = await judgeSheets([
    { rows: [header, ...rows], merges: [merge(2, at('所属工会'), 6)] },
  ])
  assert.deepEqual(judged.map(inShort), ['accepted', 'accepted X15', 'accepted X15'])
  assert.deepEqual(
    summary.sheets[0]!.skipped.map((one) => one.kind),
    ['header', 'subtotal', 'blank'],
  )
})

test('a merged running number marks nothing', async () => {
  const rows = [anotherRow(1), anotherRow(2, { 序号: null })]
  assert.deepEqual((await judgeRows(rows, { merges: [merge(2, 0, 3)] })).map(inShort), [
    'accepted',
    'accepted',
  ])
})

test('hidden rows ask, hidden columns are read as usual, strike-through on name or number asks; the file says how many', async () => {
  const rows = [
    anotherRow(1),
    anotherRow(2),
    anotherRow(3, { 姓名: { struck: '李丁' } }),
    anotherRow(4, { 备注: { struck: '劳模' } }),
    anotherRow(5, { 姓名: null }),
  ]
  const { rows: judged, summary } = await judgeSheets([
    { rows: [header, ...rows], hiddenRows: [3, 6], hiddenColumns: [at('民族'), at('备注'), 40], comments: 2 },
  ])
  assert.deepEqual(judged.map(inShort), ['accepted', 'review X17', 'review X28', 'accepted', 'rejected M01'])
  assert.deepEqual(summary.fileNotes, [
    { code: 'X17', kind: 'hidden_row', count: 2 },
    { code: 'X17', kind: 'hidden_column', count: 2 },
    { code: 'X28', kind: 'strike', count: 1 },
    { code: 'X28', kind: 'comment', count: 2 },
  ])
})

test('hidden sheets and sheets without a header are listed, all others imported', async () => {
  const { rows, summary } = await judgeSheets([
    { name: '一', rows: [header, ...people(1)] },
    { name: '旧', state: 'hidden', rows: [header, ...people(1, 5)] },
    { name: '更旧', state: 'veryHidden', rows: [header, ...people(1, 6)] },
    { name: '说明', rows: [['填表说明']] },
    { name: '空', rows: [] },
    { name: '二', rows: [['花名册'], header, ...people(1, 2)] },
  ])
  assert.deepEqual(
    summary.sheets.map(({ name, imported, code }) => [name, imported, code]),
    [
      ['一', true, undefined],
      ['旧', false, 'X17'],
      ['更旧', false, 'X17'],
      ['说明', false, 'X18'],
      ['空', false, 'X18'],
      ['二', true, undefined],
    ],
  )
  assert.deepEqual(
    rows.map((row) => [row.sheet, row.row, row.index]),
    [
      ['一', 2, 0],
      ['二', 3, 1],
    ],
  )
})

test('an officer’s choice for a header goes before what we think it means', async () => {
  const { judgeRosterWorkbook } = await import('./roster-workbook.ts')
  const { madeWorkbook } = await import('../test/made-workbook.ts')
  const { buildRegister } = await import('./register.ts')
  const rows: MadeCell[][] = [
    ['花名', '姓名', '号', '民族'],
    ['王芳', '小芳', String(madeRow()[at('身份证号')]), '汉族'],
  ]
  const seen: (string | null)[] = []
  const mapping = new Map([
    ['花名', 'full_name'],
    ['姓名', null],
    ['号', 'id_number'],
  ])
  const summary = await judgeRosterWorkbook(madeWorkbook([{ rows }]), {
    register: buildRegister([]),
    asOf: '2026-06-30',
    mapping,
    onRow: (judged) => seen.push(judged.values.full_name),
  })
  assert.deepEqual(seen, ['王芳'])
  assert.deepEqual(
    summary.sheets[0]!.header!.columns.map(({ key, field }) => [key, field]),
    [
      ['花名', 'full_name'],
      ['姓名', null],
      ['号', 'id_number'],
      ['民族', 'ethnic_group'],
    ],
  )
  // Without the choice the sheet has no header, but shows the row that looks like one.
  const without = await judgeRosterWorkbook(madeWorkbook([{ rows }]), {
    register: buildRegister([]),
    asOf: '2026-06-30',
    onRow: () => {},
  })
  assert.equal(without.sheets[0]!.code, 'X18')
  assert.deepEqual(
    without.sheets[0]!.header!.columns.map((column) => column.header),
    ['花名', '姓名', '号', '民族'],
  )
})

test('more than 200,000 data rows refuse the file', async () => {
  const row = anotherRow(1).slice(0, 4)
  const rows = [header, ...Array.from({ length: MOST_DATA_ROWS }, () => row)]
  await assert.rejects(judgeSheets([{ rows }, { rows: [header, row] }]), { code: 'X30' })
})
