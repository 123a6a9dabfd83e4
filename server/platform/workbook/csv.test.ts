import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorkbook } from './index.ts'
import { readRows, readValues } from './read-test-rows.ts'

const PEOPLE = '姓名,性别\r\n张三,男\r\n'

test('UTF-8 with and without a mark reads the same', async () => {
  assert.deepEqual(await readValues(Buffer.from(PEOPLE)), [
    ['姓名', '性别'],
    ['张三', '男'],
  ])
  assert.deepEqual(await readValues(Buffer.from(`\ufeff${PEOPLE}`)), await readValues(Buffer.from(PEOPLE)))
})

test('what is not UTF-8 is read as GB18030, rare names included', async () => {
  // 姓名,备注 / 䶮(4 bytes),镕; both encodings of GB 18030 occur
  const bytes = Buffer.from('d0d5c3fb2cb1b8d7a20a8234fe392ce946', 'hex')
  const [header, person] = await readValues(bytes)
  assert.deepEqual(header, ['姓名', '备注'])
  assert.deepEqual(person, [new TextDecoder('gb18030').decode(Buffer.from('8234fe39', 'hex')), '镕'])
})

test('comma, semicolon and tab are told apart by how often they occur outside quotes', async () => {
  for (const sign of [',', ';', '\t']) {
    assert.deepEqual(await readValues(Buffer.from(`a${sign}"b,;,;"${sign}c\n1${sign}2${sign}3`)), [
      ['a', 'b,;,;', 'c'],
      ['1', '2', '3'],
    ])
  }
  assert.deepEqual((await readValues(Buffer.from('sep=;\na,b;c\n')))[1], ['a,b', 'c'])
})

test('a line break inside quotes does not start a record, and an empty line is one', async () => {
  const rows = await readRows(Buffer.from('a,"x\r\ny"\r\n\r\n"he said ""no""",,\rb,c\n'))
  assert.deepEqual(
    rows.map((row) => [row.number, ...row.cells.map((cell) => cell.value)]),
    [[1, 'a', 'x\r\ny'], [2], [3, 'he said "no"'], [4, 'b', 'c']],
  )
})

test('every value is text, and an empty field is an empty cell', async () => {
  const [row] = await readRows(Buffer.from('330299199001011234,,=1+1, 007 ,"",x'))
  assert.deepEqual(
    row?.cells.map((cell) => [cell.kind, cell.value]),
    [
      ['text', '330299199001011234'],
      ['empty', null],
      ['text', '=1+1'],
      ['text', ' 007 '],
      ['empty', null],
      ['text', 'x'],
    ],
  )
})

test('characters cut by the end of a piece survive, in both encodings', async () => {
  const line = '张三丰,男,云川市临江区\n'
  const text = `a${line.repeat(30_000)}`
  const expected = text
    .trimEnd()
    .split('\n')
    .map((each) => each.split(','))
  assert.deepEqual(await readValues(Buffer.from(text)), expected)
  const gb = Buffer.concat([Buffer.from('a'), ...Array.from({ length: 30_000 }, () => GB_LINE)])
  assert.deepEqual(await readValues(gb), expected)
})
/** The same line in GB18030. */
const GB_LINE = Buffer.from('d5c5c8fdb7e12cc4d02cd4c6b4a8cad0c1d9bdadc7f80a', 'hex')

test('a CSV has one visible sheet and nothing to survey', async () => {
  const book = await openWorkbook(Buffer.from(PEOPLE))
  assert.equal(book.type, 'csv')
  assert.deepEqual(await book.sheets[0]?.survey(), {
    name: 'CSV',
    state: 'visible',
    merges: [],
    hiddenColumns: [],
    columnWidths: [],
    commentCount: 0,
  })
})
