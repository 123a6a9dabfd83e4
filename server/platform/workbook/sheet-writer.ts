import { Readable } from 'node:stream'
import { LAST_ROW } from './limits.ts'
import type { CellValue, Merge } from './types.ts'
import { zipBytes } from './zip-writer.ts'

/** The sheet to be written, without its rows. */
export interface SheetPlan {
  name: string
  /** Widths in characters, one per column. */
  columnWidths: number[]
  /** Rows at the top, in bold, which stay when one scrolls; 0 for none. */
  headerRows: number
  /** Column in red for what is wrong with a row; null for none. */
  noteColumn: number | null
  merges: Merge[]
}

export type NewRow = readonly CellValue[]

/**
 * A workbook of one sheet as a stream, written while the rows come. Text is always a text cell in a text format:
 * numbers of persons keep all digits, and nothing is ever a formula. Numbers are number cells, null is no cell.
 * Text beyond Excel's 32,767 characters is cut.
 */
export function writeSheetXlsx(plan: SheetPlan, rows: Iterable<NewRow> | AsyncIterable<NewRow>): Readable {
  return Readable.from(zipBytes(partsOf(plan, rows)), { objectMode: false })
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function partsOf(plan: SheetPlan, rows: Iterable<NewRow> | AsyncIterable<NewRow>) {
  const name = attributeText(sheetName(plan.name))
  return [
    {
      name: '[Content_Types].xml',
      text: [
        `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
        `<Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/>`,
        `<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
      ],
    },
    { name: '_rels/.rels', text: [relationships([['officeDocument', 'xl/workbook.xml']])] },
    {
      name: 'xl/workbook.xml',
      text: [
        `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        relationships([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
      ],
    },
    { name: 'xl/styles.xml', text: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', text: sheetText(plan, rows) },
  ]
}

function relationships(links: [kind: string, target: string][]): string {
  const each = links.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

/** Cell styles, in the order of `STYLES`: plain, text, header, note. */
const Style = { plain: 0, text: 1, header: 2, note: 3 } as const

const FILL = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="等线"/></font>` +
  '<font><b/><sz val="11"/><name val="等线"/></font><font><sz val="11"/><color rgb="FFC00000"/><name val="等线"/></font></fonts>' +
  `<fills count="3">${FILL}<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills>` +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment wrapText="1"/></xf>' +
  '</cellXfs></styleSheet>'

/** The sheet in pieces of some 64 KiB. */
async function* sheetText(
  plan: SheetPlan,
  rows: Iterable<NewRow> | AsyncIterable<NewRow>,
): AsyncGenerator<string> {
  let text = `${XML}<worksheet xmlns="${MAIN}">${viewOf(plan)}${columnsOf(plan)}<sheetData>`
  const letters: string[] = []
  let number = 0
  for await (const row of rows) {
    if (++number > LAST_ROW) throw new Error('a sheet has no room for more than 1,048,576 rows')
    while (letters.length < row.length) letters.push(lettersOf(letters.length))
    text += `<row r="${number}">`
    for (let column = 0; column < row.length; column++) {
      const value = row[column]
      if (value === null || value === undefined) continue
      text += cellText(value, `${letters[column]}${number}`, styleOf(plan, number, column))
    }
    text += '</row>'
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield `${text}</sheetData>${mergesOf(plan)}</worksheet>`
}

function viewOf(plan: SheetPlan): string {
  const { headerRows } = plan
  if (headerRows === 0) return ''
  const pane = `<pane ySplit="${headerRows}" topLeftCell="A${headerRows + 1}" activePane="bottomLeft" state="frozen"/>`
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`
}

function columnsOf(plan: SheetPlan): string {
  if (plan.columnWidths.length === 0) return ''
  const each = plan.columnWidths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return `<cols>${each.join('')}</cols>`
}

function mergesOf(plan: SheetPlan): string {
  if (plan.merges.length === 0) return ''
  const each = plan.merges.map(
    (merge) =>
      `<mergeCell ref="${lettersOf(merge.left)}${merge.top}:${lettersOf(merge.right)}${merge.bottom}"/>`,
  )
  return `<mergeCells count="${each.length}">${each.join('')}</mergeCells>`
}

function styleOf(plan: SheetPlan, number: number, column: number): number {
  if (number <= plan.headerRows) return Style.header
  return column === plan.noteColumn ? Style.note : Style.text
}

function cellText(value: string | number | boolean, reference: string, style: number): string {
  if (typeof value === 'string') {
    return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`
  }
  // A number in a text format would be shown as text once it is edited.
  const plain = style === Style.header ? style : Style.plain
  if (typeof value === 'boolean') return `<c r="${reference}" s="${plain}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (!Number.isFinite(value)) throw new Error('a cell cannot hold a number that is not finite')
  return `<c r="${reference}" s="${plain}"><v>${value}</v></c>`
}

const LONGEST_TEXT = 32_767
const SPECIAL = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_/
const EACH_SPECIAL = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}|_(?=x[0-9A-Fa-f]{4}_)/gu

function escapeText(text: string): string {
  const short = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text
  return SPECIAL.test(short) ? short.replace(EACH_SPECIAL, (each) => ENTITIES[each] ?? escapeOf(each)) : short
}

const ENTITIES: Record<string, string | undefined> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Excel's own way to keep a character that XML does not allow. */
function escapeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

function attributeText(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;')
}

/** Excel allows 31 characters without []:*?/\ and no apostrophe at the ends. */
function sheetName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
  return [...allowed].slice(0, 31).join('').slice(0, 31) || 'Sheet1'
}

function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
