import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSheet, makeXlsx, sheetLinks } from './make-test-workbook.ts'
import { openWorkbook } from './index.ts'
import { firstRow, readRows, readValues } from './read-test-rows.ts'

const row = (cells: string) => `<row r="1">${cells}</row>`

test('text is the stored string, with blanks, entities and escapes', async () => {
  const strings =
    '<si><t xml:space="preserve"> 张三 </t></si><si><t>a&amp;b&lt;&#x4E2D;&#22269;</t></si><si><t>x_x000D_y_x005F_x0041_</t></si>' +
    '<si><t><![CDATA[<&amp;>]]></t></si><si/><si><t>一\r\n二</t></si>'
  const cells = [0, 1, 2, 3, 4, 5].map((index) => `<c t="s"><v>${index}</v></c>`).join('')
  const expected = [[' 张三 ', 'a&b<中国', 'x\ry_x0041_', '<&amp;>', '', '一\n二']]
  assert.deepEqual(await readValues(makeSheet(row(cells), { strings })), expected)
  const inline = [...strings.matchAll(/<si>(.*?)<\/si>/gs)]
    .map((match) => `<c t="inlineStr"><is>${match[1]}</is></c>`)
    .join('')
  assert.deepEqual(await readValues(makeSheet(row(inline))), [expected[0]?.filter((text) => text !== '')])
})

test('runs of rich text are joined and phonetic readings are left out', async () => {
  const text =
    '<r><t>東</t></r><r><rPr><b/></rPr><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>'
  const cells = `<c t="s"><v>0</v></c><c t="inlineStr"><is>${text}</is></c>`
  assert.deepEqual(await firstRow(makeSheet(row(cells), { strings: `<si>${text}</si>` })), [
    'text 東京',
    'text 東京',
  ])
})

test('a cell is struck through by its style, or when all its runs are', async () => {
  const struck = '<r><rPr><strike/></rPr><t>张</t></r>'
  const strings = `<si>${struck}${struck}</si><si>${struck}<r><t>三</t></r></si><si><r><rPr><strike val="0"/></rPr><t>李</t></r></si>`
  const styles =
    '<fonts><font/><font><strike val="1"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>'
  const cells =
    '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c s="1"><v>7</v></c><c s="1" t="s"><v>2</v></c>'
  assert.deepEqual(await firstRow(makeSheet(row(cells), { strings, styles })), [
    'text 张张 strike',
    'text 张三',
    'text 李',
    'number 7 strike',
    'text 李 strike',
  ])
})

test('numbers keep what a double can hold and no more', async () => {
  const cells = ['42', '-1.5', '330299199001011234', '3.3029919900101E17', '1E-3', '0']
    .map((number) => `<c><v>${number}</v></c>`)
    .join('')
  assert.deepEqual(await readValues(makeSheet(row(cells))), [
    [42, -1.5, 330299199001011260, 330299199001010000, 0.001, 0],
  ])
})

test('a number in a date format is a date, in both calendars', async () => {
  const formats = ['yyyy/m/d', '[h]"y"', '"日"0', 'yyyy"年"m"月"', '[$-804]0', '\\d0', '0.0_d']
  const styles =
    `<numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>` +
    `<fonts/><cellXfs><xf/>${[14, 31, 58, 22, ...formats.map((_, index) => 200 + index)].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`
  const cell = (style: number, number: number) => `<c s="${style}"><v>${number}</v></c>`
  const cells =
    cell(1, 42963) +
    cell(2, 42963) +
    cell(3, 1) +
    cell(4, 42963.5) +
    [5, 6, 7, 8, 9, 10, 11].map((style) => cell(style, 42963)).join('')
  const day = 'date 2017-08-16'
  const expected = [
    day,
    day,
    'date 1900-01-01',
    'date 2017-08-16T12:00:00',
    day,
    ...['', ''].map(() => 'number 42963'),
    day,
    ...['', '', ''].map(() => 'number 42963'),
  ]
  assert.deepEqual(await firstRow(makeSheet(row(cells), { styles })), expected)
  const later = await firstRow(
    makeSheet(row(cell(1, 41501) + cell(1, 0)), { styles, properties: 'date1904="1"' }),
  )
  assert.deepEqual(later, [day, 'date 1904-01-01'])
})

test('the days around the leap day that never was', async () => {
  const styles = '<fonts/><cellXfs><xf numFmtId="14"/></cellXfs>'
  const cells = [59, 60, 61, 0.5, 2958465, 2958466, 42962.999999]
    .map((day) => `<c><v>${day}</v></c>`)
    .join('')
  assert.deepEqual(await firstRow(makeSheet(row(cells), { styles })), [
    'date 1900-02-28',
    'date 1900-02-29',
    'date 1900-03-01',
    'number 0.5',
    'date 9999-12-31',
    'number 2958466',
    'date 2017-08-16',
  ])
})

test('cells of every other type', async () => {
  const cells =
    '<c t="d"><v>2017-08-16T00:00:00Z</v></c><c t="d"><v>2017-08-16T08:30:00</v></c><c t="d"><v>soon</v></c>' +
    '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>甲</v></c><c s="0"/><c t="s"/>'
  assert.deepEqual(await firstRow(makeSheet(row(cells))), [
    'date 2017-08-16',
    'date 2017-08-16T08:30:00',
    'text soon',
    'boolean true',
    'boolean false',
    'error #N/A',
    'text 甲',
  ])
})

test('a formula gives its cached value, its error, or nothing', async () => {
  const cells =
    '<c t="str"><f>A1</f><v>男</v></c><c><f t="shared" si="0"/><v>3</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
    '<c><f>NOW()</f></c><c><f>NOW()</f><v></v></c><c t="str"><f>""</f><v></v></c><c t="b"><f>TRUE()</f><v>1</v></c>'
  assert.deepEqual(await firstRow(makeSheet(row(cells))), [
    'text 男 formula',
    'number 3 formula',
    'error #DIV/0! formula',
    'empty  formula noCachedValue',
    'empty  formula noCachedValue',
    'text formula',
    'boolean true formula',
  ])
})

test('rows and cells without references count on, and others stand where they say', async () => {
  const rows =
    '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5" hidden="1"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c r="AA6"><v>5</v></c></row><row/><row><c r="A9"><v>6</v></c></row>'
  const read = await readRows(makeSheet(rows))
  assert.deepEqual(
    read.map((each) => [each.number, each.hidden, each.cells.length, each.cells.at(-1)?.value]),
    [
      [1, false, 2, 2],
      [5, true, 4, 4],
      [6, false, 27, 5],
      [7, false, 0, undefined],
      [9, false, 1, 6],
    ],
  )
})

test('a namespace prefix, single quotes, comments and odd blanks change nothing', async () => {
  const xml =
    "<?xml version='1.0'?><!-- c > d --><x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:y='urn:y'>" +
    "<x:cols><x:col min='2' max='3' hidden='1' width='9.5'/></x:cols><x:sheetData ><x:row\n r = '2' ><y:c><y:v>9</y:v></y:c><x:c r='B2' t='inlineStr' note='a>b'><x:is><x:t>甲</x:t></x:is></x:c >" +
    "<?pi x?><x:c r='C2'><!-- <v>7</v> --><x:v>8</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref='B2:C4'/></x:mergeCells></x:worksheet>"
  const file = makeXlsx({ sheets: [{ xml }] })
  assert.deepEqual(await readValues(file), [[null, '甲', 8]])
  const survey = await (await openWorkbook(file)).sheets[0]?.survey()
  assert.deepEqual(survey?.merges, [{ top: 2, left: 1, bottom: 4, right: 2 }])
  assert.deepEqual(survey?.hiddenColumns, [1, 2])
  assert.equal(survey?.columnWidths[2], 9.5)
})

test('sheets keep their names and states, whatever they are called', async () => {
  const sheets = [
    { xml: '<sheetData/>', name: '花名册&amp;1' },
    { xml: '<sheetData/>', name: '__proto__', state: 'hidden' },
    { xml: '<sheetData/>', name: 'constructor', state: 'veryHidden' },
  ]
  const book = await openWorkbook(makeXlsx({ sheets }))
  assert.deepEqual(
    book.sheets.map((sheet) => [sheet.name, sheet.state]),
    [
      ['花名册&1', 'visible'],
      ['__proto__', 'hidden'],
      ['constructor', 'veryHidden'],
    ],
  )
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
})

test('a comment of both kinds on one cell counts once', async () => {
  const comments = '<comments><commentList><comment ref="A1"/><comment ref="B2"/></commentList></comments>'
  const threaded =
    '<ThreadedComments><threadedComment ref="A1" id="1"/><threadedComment ref="A1" id="2" parentId="1"/></ThreadedComments>'
  const parts = [
    sheetLinks([
      ['comments', '../comments1.xml'],
      ['threadedComment', '/xl/threadedComments/threadedComment1.xml'],
    ]),
    { name: 'xl/comments1.xml', content: comments },
    { name: 'xl/threadedComments/threadedComment1.xml', content: threaded },
  ]
  const book = await openWorkbook(makeSheet('', { parts }))
  assert.equal((await book.sheets[0]?.survey())?.commentCount, 2)
})

test('the survey is the same before the rows and after them', async () => {
  const xml =
    '<cols><col min="1" max="1" hidden="1"/></cols><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
  const [before, after] = await Promise.all(
    [makeXlsx({ sheets: [{ xml }] }), makeXlsx({ sheets: [{ xml }] })].map((file) => openWorkbook(file)),
  )
  const early = await before?.sheets[0]?.survey()
  await after?.sheets[0]?.rows(() => {})
  assert.deepEqual(await after?.sheets[0]?.survey(), early)
  assert.equal(early?.merges.length, 1)
})
