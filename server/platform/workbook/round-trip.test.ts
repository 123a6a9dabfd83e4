import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  openWorkbook,
  writeCsv,
  writeSheetXlsx,
  WorkbookRefusal,
  type CellValue,
  type SheetPlan,
} from './index.ts'
import { makeSheet } from './make-test-workbook.ts'
import { readRows, readValues } from './read-test-rows.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const settings = (numRuns: number) => ({ seed, numRuns })

const plan: SheetPlan = { name: '名册', columnWidths: [], headerRows: 1, noteColumn: null, merges: [] }
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      '\r',
      '\n',
      '\t',
      '\0',
      '_',
      'x',
      '0',
      'D',
      '<',
      '&',
      ']',
      '>',
      ' ',
      '"',
      "'",
      '\ud83d',
      '\ude00',
      '\uffff',
      '甲',
    ),
    maxLength: 12,
  }),
  fc.constantFrom('=1+1', '+86', '-1', '@SUM(1)', '\tx', '＝1', '_x0041_', ' ', '330299199001011234'),
)
const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: anyText },
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const anyGrid = fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 12 })

test(`any grid of cells is read back as it was written (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(anyGrid, async (grid) => {
      const file = await buffer(writeSheetXlsx(plan, grid))
      assert.deepEqual(await readValues(file), grid.map(withoutTrailingBlanks))
      for (const row of await readRows(file)) for (const cell of row.cells) assert.equal(cell.flags, '')
    }),
    settings(300),
  )
})

test(`any text survives CSV but for the guard before formulas (seed ${seed})`, async () => {
  const words = fc.array(
    fc.array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.replace(/\r/g, '')),
      { minLength: 2, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(words, async (grid) => {
      const read = await readValues(await buffer(writeCsv(grid)))
      const expected = grid.map((row) => withoutTrailingBlanks(row.map((text) => guarded(text) || null)))
      assert.deepEqual(read, expected)
    }),
    settings(300),
  )
})

test('no text becomes a formula: text cells in a workbook, an apostrophe in CSV, numbers untouched', async () => {
  const dangerous = [
    '=1+1',
    '+86139',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    "=cmd|'/c calc'!A1",
  ]
  const [cells] = await readRows(await buffer(writeSheetXlsx(plan, [[...dangerous, -5]])))
  assert.deepEqual(
    cells?.cells.map((cell) => cell.kind),
    [...dangerous.map(() => 'text'), 'number'],
  )
  assert.deepEqual(
    cells?.cells.map((cell) => cell.value),
    [...dangerous, -5],
  )
  const text = (await buffer(writeCsv([[...dangerous, -5]]))).toString('utf8')
  const [fields] = await readValues(Buffer.from(text))
  assert.deepEqual(fields, [...dangerous.map((each) => `'${each}`), '-5'])
})

test('layout is written: widths, merges, a frozen header and a sheet name Excel allows', async () => {
  const merges = [{ top: 1, left: 0, bottom: 1, right: 2 }]
  const file = await buffer(
    writeSheetXlsx({ ...plan, name: "'a/b[c]*?:'", columnWidths: [8, 30.5], merges }, [['甲']]),
  )
  const sheet = (await openWorkbook(file)).sheets[0]
  assert.equal(sheet?.name, 'a b c')
  const survey = await sheet?.survey()
  assert.deepEqual([survey?.merges, survey?.columnWidths], [merges, [8, 30.5]])
})

test(`a damaged file is read or refused, never anything else (seed ${seed})`, async (t) => {
  const strings = '<si><t>甲</t></si><si><r><rPr><strike/></rPr><t>乙&amp;</t></r></si>'
  const sheet =
    '<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1</f><v>42963</v></c><c t="inlineStr"><is><t>_x0041_</t></is></c></row>'
  const sound = makeSheet(sheet, { strings, styles: '<fonts/><cellXfs><xf numFmtId="14"/></cellXfs>' })
  const stored = await buffer(writeSheetXlsx(plan, [['甲', 1]]))
  let refused = 0
  const edits = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.nat(30) }), {
    minLength: 1,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(sound, stored), edits, fc.boolean(), async (file, changes, cutting) => {
      let bytes: Buffer = Buffer.from(file)
      for (const { at, byte, cut } of changes) {
        const place = at % bytes.length
        bytes[place] = byte
        if (cutting) bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + cut)])
        if (bytes.length === 0) return
      }
      if (await isRefused(bytes)) refused++
    }),
    settings(1_000),
  )
  t.diagnostic(`${refused} of 1000 refused`)
})

test(`damaged XML in a sound archive is read or refused, never anything else (seed ${seed})`, async (t) => {
  const sheet =
    '<row r="1"><c r="A1" t="s" s="0"><v>0</v></c><c r="B1"><f>1</f><v>4.5</v></c><c t="inlineStr"><is><r><t>a</t></r></is></c><c t="b"><v>1</v></c></row>'
  const pieces = [
    '<',
    '>',
    '/',
    '"',
    "'",
    '&',
    '=',
    ' ',
    'row',
    '<c',
    '</c>',
    '<v>',
    '</row>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    'r="2"',
    't="e"',
    '<is>',
    '0',
    '\0',
    ':',
  ]
  let refused = 0
  const edits = fc.array(fc.record({ at: fc.nat(), piece: fc.constantFrom(...pieces), cut: fc.nat(12) }), {
    minLength: 1,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(edits, async (changes) => {
      let xml = sheet
      for (const { at, piece, cut } of changes) {
        const place = at % (xml.length + 1)
        xml = xml.slice(0, place) + piece + xml.slice(place + cut)
      }
      if (await isRefused(makeSheet(xml, { strings: '<si><t>甲</t></si>' }))) refused++
    }),
    settings(1_000),
  )
  t.diagnostic(`${refused} of 1000 refused`)
})

async function isRefused(file: Buffer): Promise<boolean> {
  try {
    const book = await openWorkbook(file)
    for (const sheet of book.sheets) {
      await sheet.rows(() => {})
      await sheet.survey()
    }
    return false
  } catch (error) {
    if (error instanceof WorkbookRefusal) return true
    throw error
  }
}

function withoutTrailingBlanks(row: CellValue[]): CellValue[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)
}

function guarded(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
