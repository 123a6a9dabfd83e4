import { CellKind } from '#server/platform/workbook/index.ts'
import { cellText, isBlankCell, pickColumn, type RawRow } from './cells.ts'
import { dropBlanks, halfWidth, isBlankText } from './characters.ts'
import { headerKey } from './vocabulary.ts'

export type SkippedKind = 'title' | 'header' | 'blank' | 'subtotal' | 'signature' | 'note'

/** What the row rules need to know of the header above. */
export interface RowColumns {
  /** Columns of the name and of the number (for organisations: the code). */
  name: readonly number[]
  number: readonly number[]
  /** In a roster '填表人：' may stand in the number's column as well; an organisation's code must be blank. */
  numberMayHoldWords: boolean
  /** The running number, which never matters. */
  index: ReadonlySet<number>
  headerTexts: ReadonlySet<string>
}

/** What a row below the header is (import policy, section 2): one of the kinds that are skipped, or data. */
export function rowKind(row: RawRow, columns: RowColumns): SkippedKind | 'data' {
  const number = numberText(row, columns)
  if (isLongNumber(number)) return 'data'
  const texts = textsOf(row, columns)
  if (texts.length === 0) return 'blank'
  if (texts.filter((text) => columns.headerTexts.has(headerKey(text))).length >= 3) return 'header'
  if ((isBlankText(number) || number.length < 15) && texts.some((text) => SUBTOTAL.test(text)))
    return 'subtotal'
  const name = nameText(row, columns)
  const own = columns.numberMayHoldWords ? dropBlanks(number) : ''
  for (const [kind, words] of CLOSING_LINES) {
    const nobody = (isBlankText(name) || words.test(name)) && (isBlankText(number) || words.test(own))
    if (nobody && texts.some((text) => words.test(text))) return kind
  }
  return 'data'
}

/** The number of people a total row declares ('合计' beside '413人'), or null. A subtotal declares nothing. */
export function declaredTotal(row: RawRow): number | null {
  const texts = plainTexts(row)
  if (!texts.some((text) => TOTAL.test(text))) return null
  for (const text of texts) {
    const people = PEOPLE.exec(halfWidth(text))
    if (people) return Number((people[1] as string).replaceAll(',', ''))
  }
  return null
}

/** A number of fifteen or more plain characters can only be data: the common case, decided without looking further. */
function isLongNumber(number: string): boolean {
  if (number.length < 15 || !/\d/.test(number.slice(0, 3))) return false
  for (let i = 0; i < number.length; i++) if (number.charCodeAt(i) > 0x7e) return false
  return true
}

function numberText(row: RawRow, columns: RowColumns): string {
  const column = pickColumn(row, columns.number)
  return column < row.width ? cellText(row, column) : ''
}

function nameText(row: RawRow, columns: RowColumns): string {
  const column = pickColumn(row, columns.name)
  return column < row.width ? dropBlanks(cellText(row, column)) : ''
}

/** Every value of the row without blanks; errors and formulas without a result count, the running number does not. */
function textsOf(row: RawRow, columns: RowColumns): string[] {
  const texts: string[] = []
  for (let column = 0; column < row.width; column++) {
    if (isBlankCell(row, column)) continue
    const text = dropBlanks(cellText(row, column))
    if (!columns.index.has(column) || !RUNNING_NUMBER.test(text)) texts.push(text)
  }
  return texts
}

function plainTexts(row: RawRow): string[] {
  const texts: string[] = []
  for (let column = 0; column < row.width; column++)
    if (row.kinds[column] === CellKind.text) texts.push(dropBlanks(cellText(row, column)))
  return texts
}

const SUBTOTAL = /^(?:小计|合计|总计|共计|累计|本页小计|本单位小计)/u
const TOTAL = /^(?:合计|总计|共计)/u
const SIGNATURE = /^(?:填表人|制表人|审核人|负责人|经办人|联系人)/u
const NOTE = /^(?:注|说明|备注)/u
const CLOSING_LINES: readonly [SkippedKind, RegExp][] = [
  ['signature', SIGNATURE],
  ['note', NOTE],
]
// '413人', also '共413人', and with the label in the same cell.
const PEOPLE = /^(?:合计|总计|共计)?:?共?(\d{1,3}(?:,\d{3})+|\d+)人$/u
// The column may hold '合计' or '注：…' instead of its number.
const RUNNING_NUMBER = /^[\d.]+$/
