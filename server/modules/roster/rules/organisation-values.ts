import { CellFlag, CellKind } from '#server/platform/workbook/index.ts'
import { readCount, readMoneyFen } from './amounts.ts'
import { cellText, isBlankCell, pickColumn } from './cells.ts'
import {
  repairCode,
  repairDocumentNumber,
  repairListValue,
  repairPersonName,
  repairUnitName,
} from './characters.ts'
import { isGoodCreditCode, settleCreditCode } from './credit-code.ts'
import { readDate, type DateRules, type PartialDate } from './dates.ts'
import { Mark, type Marks } from './marks.ts'
import { readMobile } from './mobile.ts'
import { reason } from './reasons.ts'
import { BLANK, BROKEN, textAt, type RowDraft } from './row-draft.ts'

/** Readers of the single columns of an organisation row: each gives the value, or null and a reason on the draft. */

type Columns = readonly number[] | undefined

export function readUnitName(draft: RowDraft, field: string, columns: Columns): string | null {
  return readWith(draft, field, columns, repairUnitName)
}

export function readPersonName(draft: RowDraft, field: string, columns: Columns): string | null {
  return readWith(draft, field, columns, repairPersonName)
}

export function readWord(draft: RowDraft, field: string, columns: Columns): string | null {
  return readWith(draft, field, columns, repairListValue)
}

export function readDocumentNumber(draft: RowDraft, field: string, columns: Columns): string | null {
  return readWith(draft, field, columns, repairDocumentNumber)
}

/** A column nobody judges, as written. */
export function keepText(draft: RowDraft, columns: Columns): string | null {
  if (columns === undefined) return null
  const column = pickColumn(draft.row, columns)
  return isBlankCell(draft.row, column) || draft.row.kinds[column] === CellKind.error
    ? null
    : cellText(draft.row, column)
}

/** A code that may have lost its leading zeros to a number format (O04). `digits` 0: nothing to restore. */
export function readPaddedCode(
  draft: RowDraft,
  field: string,
  columns: Columns,
  digits: number,
): string | null {
  const column = draft.read(field, columns)
  if (column < 0) return null
  const code = repairCode(textAt(draft.row, column), draft)
  if (draft.row.kinds[column] !== CellKind.number || !/^\d+$/.test(code) || code.length >= digits) return code
  draft.bits |= Mark.O04
  return code.padStart(digits, '0')
}

/** The union's own code: review when it fails its check. */
export function readUnionCode(draft: RowDraft, columns: Columns): string | null {
  const column = draft.read('union_uscc', columns)
  if (column < 0) return null
  const code = settleCreditCode(repairCode(textAt(draft.row, column), draft), draft)
  if (code === null) draft.review(reason('U01.union', 'union_uscc'))
  return code
}

/** True when the cell holds a good code that is no union's: the two codes stand in each other's place. */
export function holdsUnitCode(draft: RowDraft, columns: Columns): boolean {
  if (columns === undefined) return false
  const code = repairCode(cellText(draft.row, pickColumn(draft.row, columns)), { bits: 0 })
  return isGoodCreditCode(code) && !code.startsWith('8')
}

export function readPeople(draft: RowDraft, field: string, columns: Columns): number | null {
  const column = draft.read(field, columns)
  if (column < 0) return null
  const count = readCount(draft.row.values[column] ?? null, draft.row.kinds[column] as number, draft)
  if (count === null) draft.review(reason('X12.count', field))
  return count
}

export function readBudget(draft: RowDraft, columns: Columns, unitFen: number): number | null {
  const column = draft.read('annual_budget', columns)
  if (column < 0) return null
  const fen = readMoneyFen(
    draft.row.values[column] ?? null,
    draft.row.kinds[column] as number,
    unitFen,
    draft,
  )
  if (fen === null) draft.review(reason('X13.money', 'annual_budget'))
  return fen
}

export function readDay(
  draft: RowDraft,
  field: string,
  columns: Columns,
  rules: DateRules,
): PartialDate | null {
  const column = draft.read(field, columns)
  if (column < 0) return null
  const reading = readDate(draft.row.values[column] ?? null, draft.row.kinds[column] as number, rules)
  draft.bits |= reading.bits
  if (!reading.date) draft.review(reason('X11.date', field))
  return reading.date
}

export function readPhone(draft: RowDraft, field: string, columns: Columns): string | null {
  const column = draft.read(field, columns)
  if (column === BROKEN || columns === undefined) return null
  const written = column === BLANK ? (columns[0] as number) : column
  if (written >= draft.row.width || draft.row.kinds[written] === CellKind.empty) return null
  const { mobile, valid } = readMobile(textAt(draft.row, written), draft)
  if (!valid) draft.review(reason('X25.mobile', field))
  return mobile
}

/** A yes or no, or one of the six haves: √ and × are plain; other ways to say so are marked X24. */
export function readTick(
  draft: RowDraft,
  field: string,
  columns: Columns,
  plain: ReadonlySet<string>,
): boolean | null {
  const column = draft.read(field, columns)
  if (column < 0) return null
  const text = repairListValue(String(draft.row.values[column]), draft)
  const said = TICKS.get(text)
  if (said === undefined) {
    draft.review(field.startsWith('six_haves') ? reason('X24.six_haves', field) : reason('X24.list', field))
    return null
  }
  if (!plain.has(text)) draft.bits |= Mark.X24
  return said
}

/** A text that a spreadsheet would run (X27). */
export function isFormulaText(draft: RowDraft, column: number): boolean {
  const { row } = draft
  return (
    column < row.width &&
    row.kinds[column] === CellKind.text &&
    ((row.flags[column] as number) & CellFlag.formula) === 0
  )
}

export const PLAIN_TICKS: ReadonlySet<string> = new Set(['√', '×'])
export const PLAIN_YES_NO: ReadonlySet<string> = new Set(['是', '否', '√', '×'])

function readWith(
  draft: RowDraft,
  field: string,
  columns: Columns,
  repair: (text: string, marks: Marks) => string,
): string | null {
  const column = draft.read(field, columns)
  if (column < 0) return null
  return repair(textAt(draft.row, column), draft) || null
}

const TICKS = new Map<string, boolean>([
  ...['√', '✓', '✔', '是', '有', '1', 'true', 'TRUE'].map((text): [string, boolean] => [text, true]),
  ...['×', '✗', '✘', '否', '无', '0', 'false', 'FALSE'].map((text): [string, boolean] => [text, false]),
])
