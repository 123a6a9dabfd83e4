import { makeBomb, makeSheet, makeXlsx, makeZip, type Bomb, type TestPart } from './make-test-workbook.ts'

/** The sentences of the import policy. */
const UNUSABLE = '文件类型不支持或已损坏/已加密/含宏'
const SAVE_AS = '文件类型不支持，请用 WPS 或 Excel 另存为 .xlsx'
export const TOO_LARGE = '文件过大或列数过多'

const [SHEET, STRINGS] = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'] as const
const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
export const goodFile = () =>
  makeSheet(ROW, { strings: '<si><t>甲</t></si>', styles: '<fonts/><cellXfs><xf/></cellXfs>' })
const withPart = (part: TestPart) => makeSheet(ROW, { parts: [part] })
export const sheetPart = (raw: TestPart['raw'], declaredBytes?: number) =>
  withPart({
    name: 'xl/worksheets/sheet1.xml',
    ...(raw && { raw }),
    ...(declaredBytes === undefined ? {} : { declaredBytes }),
  })
const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(500),
  ])
const contentTypes = (type: string) =>
  withPart({
    name: '[Content_Types].xml',
    content: `<Types><Override PartName="/a" ContentType="${type}"/></Types>`,
  })
const doctype =
  '<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>'
const laughs =
  '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'

/** What is uploaded, the sentence the officer reads, and the finer reason. */
export const REFUSED: [what: string, make: () => Buffer, why: string, reason: string][] = [
  ['nothing', () => Buffer.alloc(0), UNUSABLE, 'empty'],
  ['only blanks', () => Buffer.from('\ufeff \r\n\t'), UNUSABLE, 'empty'],
  ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), UNUSABLE, 'not_a_workbook'],
  ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj, <<>>, '), UNUSABLE, 'not_a_workbook'],
  ['JSON', () => Buffer.from('{"姓名": "张三", "性别": "男"}'), UNUSABLE, 'not_a_workbook'],
  ['prose', () => Buffer.from('今天天气很好'), UNUSABLE, 'not_a_workbook'],
  [
    'a page of HTML',
    () => Buffer.from('<html><body><table><tr><td>姓名</td></tr></table></body></html>'),
    UNUSABLE,
    'html',
  ],
  [
    'HTML behind a mark and blanks',
    () => Buffer.from('\ufeff\r\n  <TABLE border="1"><tr><td>姓名</td></tr>'),
    UNUSABLE,
    'html',
  ],
  ['HTML with a document type', () => Buffer.from('<!DOCTYPE html><html>姓名,性别'), UNUSABLE, 'html'],
  [
    'a spreadsheet of 2003 in XML',
    () => Buffer.from('<?xml version="1.0"?><Workbook></Workbook>'),
    UNUSABLE,
    'not_a_workbook',
  ],
  ['an encrypted workbook', () => ole('EncryptedPackage'), UNUSABLE, 'encrypted'],
  ['an .xls or .et', () => ole('Workbook'), SAVE_AS, 'old_format'],
  ['an .xls of 1992', () => Buffer.from('0904060000000200', 'hex'), SAVE_AS, 'old_format'],
  ['a cut-off workbook', () => goodFile().subarray(0, -40), UNUSABLE, 'truncated'],
  ['half a workbook', () => goodFile().subarray(0, goodFile().length / 2), UNUSABLE, 'truncated'],
  ['another archive', () => makeZip([{ name: 'a.txt', content: 'a' }]), UNUSABLE, 'not_a_workbook'],
  ['an empty archive', () => makeZip([]), UNUSABLE, 'not_a_workbook'],
  [
    'a document for writing',
    () => makeZip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/document.xml' }]),
    UNUSABLE,
    'not_a_workbook',
  ],
  ['a workbook without sheets', () => makeXlsx({ sheets: [] }), UNUSABLE, 'not_a_workbook'],
  ['macros', () => withPart({ name: 'xl/vbaProject.bin', content: 'x' }), UNUSABLE, 'macro'],
  ['macros elsewhere', () => withPart({ name: 'Deep/er/VBAPROJECT.BIN', content: 'x' }), UNUSABLE, 'macro'],
  [
    'macros of 1992',
    () => withPart({ name: 'xl/macrosheets/sheet1.xml', content: '<a/>' }),
    UNUSABLE,
    'macro',
  ],
  [
    'a type with macros',
    () => contentTypes('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    UNUSABLE,
    'macro',
  ],
  [
    'an external entity in the sheet',
    () => makeXlsx({ sheets: [{ xml: doctype }] }),
    UNUSABLE,
    'document_type',
  ],
  ['a billion laughs', () => makeXlsx({ sheets: [{ xml: laughs }] }), UNUSABLE, 'document_type'],
  [
    'an entity in the strings',
    () => makeSheet(ROW.replace('<c r="A1"', '<c t="s"'), { strings: doctype }),
    UNUSABLE,
    'document_type',
  ],
  [
    'an entity in a part never read',
    () => withPart({ name: 'docProps/core.xml', content: doctype }),
    UNUSABLE,
    'document_type',
  ],
  [
    'an entity without a document type',
    () => makeSheet('<row><c t="str"><v>&xxe;</v></c></row>'),
    UNUSABLE,
    'document_type',
  ],
  ['a document type inside the sheet', () => makeSheet('<row/><!DOCTYPE a>'), UNUSABLE, 'document_type'],
  [
    'a sheet in UTF-16',
    () => withPart({ name: 'xl/worksheets/sheet1.xml', content: Buffer.from(`\ufeff${doctype}`, 'utf16le') }),
    UNUSABLE,
    'damaged',
  ],
  ['a protected entry', () => withPart({ name: 'a.bin', content: 'x', flags: 1 }), UNUSABLE, 'encrypted'],
  [
    'an unknown compression',
    () => withPart({ name: 'a.bin', content: 'x', method: 14 }),
    UNUSABLE,
    'damaged',
  ],
  ['two parts of one name', () => withPart({ name: 'XL/workbook.xml', content: 'x' }), UNUSABLE, 'damaged'],
  [
    'a sheet that ends too early',
    () => withPart({ name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData>' }),
    UNUSABLE,
    'damaged',
  ],
  ['a wrong checksum', () => sheetPart({ ...makeBomb(' ', 1), crc: 1 }), UNUSABLE, 'damaged'],
  [
    'a string that is not there',
    () => makeSheet('<row><c t="s"><v>7</v></c></row>', { strings: '' }),
    UNUSABLE,
    'damaged',
  ],
  ['rows out of order', () => makeSheet('<row r="5"/><row r="4"/>'), UNUSABLE, 'damaged'],
  ['a quote that never closes', () => Buffer.from('姓名,"备注\n张三,男\n'), UNUSABLE, 'truncated'],
  [
    'a text with NUL behind the head',
    () => Buffer.from(`${'姓名,性别\n'.repeat(2000)}\0`),
    UNUSABLE,
    'not_a_workbook',
  ],
  [
    'a text in no encoding',
    () => Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0xff, 0xff, 0x0a])]),
    UNUSABLE,
    'not_a_workbook',
  ],
  ['a bomb that says so', () => sheetPart(makeBomb('A', 400)), TOO_LARGE, 'part_too_large'],
  ['a bomb that lies', () => sheetPart(makeBomb('A', 400), 5000), TOO_LARGE, 'part_too_large'],
  [
    'a bomb of cells that lies',
    () => sheetPart(makeBomb('<c><v>1</v></c>\n', 400, ['<worksheet><sheetData><row>', '']), 100 << 20),
    TOO_LARGE,
    'part_too_large',
  ],
  ['a small lie', () => sheetPart(makeBomb(' ', 3), 5000), UNUSABLE, 'damaged'],
  [
    'a bomb in a picture',
    () => withPart({ name: 'xl/media/a.png', raw: makeBomb('\0', 400), declaredBytes: 9 }),
    TOO_LARGE,
    'part_too_large',
  ],
  [
    'a bomb in the strings',
    () =>
      makeSheet(ROW, {
        parts: [{ name: 'xl/sharedStrings.xml', raw: makeBomb('<si/>', 400), declaredBytes: 99 }],
      }),
    TOO_LARGE,
    'part_too_large',
  ],
  ['many parts of 200 MiB', () => withManyParts(4, makeBomb('A', 200)), TOO_LARGE, 'part_too_large'],
  [
    'a string of 250 MiB',
    () => withRaw(STRINGS, makeBomb('甲甲甲甲甲甲甲甲', 250, ['<sst><si><t>', '</t></si></sst>'])),
    TOO_LARGE,
    'cell_too_long',
  ],
  [
    'fifty million empty strings',
    () => withRaw(STRINGS, makeBomb(`${'<si/>'.repeat(8)}        `, 250, ['<sst>', '</sst>'])),
    TOO_LARGE,
    'part_too_large',
  ],
  [
    'an attribute of 250 MiB',
    () => withRaw(SHEET, makeBomb('A', 250, ['<worksheet a="', '"/>'])),
    TOO_LARGE,
    'cell_too_long',
  ],
  [
    'tags in tags',
    () => withRaw(SHEET, makeBomb('<aaaaaa>', 100, ['<worksheet>', '</worksheet>'])),
    UNUSABLE,
    'damaged',
  ],
  ['twelve thousand parts', () => withManyParts(12_000, undefined), TOO_LARGE, 'too_many_parts'],
  ['a count of parts that lies', () => lieAbout(goodFile(), 10, 60_000), TOO_LARGE, 'too_many_parts'],
  ['a count that is off by one', () => lieAbout(goodFile(), 10, 8), UNUSABLE, 'damaged'],
  ['a directory that starts in the end', () => lieAbout(goodFile(), 16, 0x7fffffff), UNUSABLE, 'damaged'],
  [
    'a cell in column XFE',
    () => makeSheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
    TOO_LARGE,
    'too_many_columns',
  ],
  [
    'a cell in column AAAA',
    () => makeSheet('<row r="1"><c r="AAAA1"><v>1</v></c></row>'),
    TOO_LARGE,
    'too_many_columns',
  ],
  [
    '20,000 columns',
    () => makeSheet(`<row>${'<c><v>1</v></c>'.repeat(20_000)}</row>`),
    TOO_LARGE,
    'too_many_columns',
  ],
  ['20,000 columns of text', () => Buffer.from('列,'.repeat(20_000)), TOO_LARGE, 'too_many_columns'],
  ['230,000 rows', () => makeSheet('<row><c><v>1</v></c></row>'.repeat(230_000)), TOO_LARGE, 'too_many_rows'],
  ['230,000 rows of text', () => Buffer.from('张三,男\n'.repeat(230_000)), TOO_LARGE, 'too_many_rows'],
  [
    'a far cell on every row',
    () =>
      makeSheet(
        Array.from({ length: 50_000 }, (_, index) => `<row><c r="XFD${index + 1}"><v>1</v></c></row>`).join(
          '',
        ),
      ),
    TOO_LARGE,
    'part_too_large',
  ],
  ['a field of a megabyte', () => Buffer.from(`姓名,${'长'.repeat(400_000)}\n`), TOO_LARGE, 'cell_too_long'],
]

function withManyParts(count: number, raw: TestPart['raw']): Buffer {
  const parts = Array.from({ length: count }, (_, index) => ({
    name: `media/${index}.bin`,
    ...(raw && { raw }),
  }))
  return makeSheet(ROW, { parts })
}

function withRaw(name: string, raw: Bomb): Buffer {
  return makeSheet(ROW.replace('<c r="A1"', '<c t="s"'), { parts: [{ name, raw }] })
}

/** Overwrites one field of the end record. */
function lieAbout(file: Buffer, field: number, value: number): Buffer {
  const at = file.length - 22 + field
  if (field === 16) file.writeUInt32LE(value, at)
  else {
    file.writeUInt16LE(value & 0xffff, at)
    file.writeUInt16LE(value & 0xffff, at - 2)
  }
  return file
}
