import { CellKind } from '#server/platform/workbook/index.ts'
import {
  dropBlanks,
  halfWidth,
  isBlankText,
  looksLikeFormula,
  repairCode,
  repairListValue,
  repairPersonName,
} from './characters.ts'
import { birthDay, isGoodCitizenNumber, isoDay, sexOf, upgradeOldNumber } from './citizen-number.ts'
import { readDate, type DateReading, type DateRules } from './dates.ts'
import { readListValue } from './lists.ts'
import { Mark } from './marks.ts'
import { reason } from './reasons.ts'
import { BLANK, BROKEN, textAt, type RowDraft } from './row-draft.ts'

/** Name of the row, repaired; null after a rejection. */
export function judgeName(draft: RowDraft, columns: readonly number[] | undefined): string | null {
  const column = draft.readIdentity('full_name', columns)
  if (column === BROKEN) return null
  const name = column === BLANK ? '' : repairPersonName(textAt(draft.row, column), draft)
  if (isBlankText(name)) {
    draft.reject(reason('M01.missing', 'full_name'))
    return null
  }
  if (looksLikeFormula(name) && draft.row.kinds[column] === CellKind.text) {
    draft.reject(reason('X27.name', 'full_name'))
    return null
  }
  if (BRACKET_OR_DIGIT.test(name)) draft.review(reason('M03.name', 'full_name'))
  return name
}

/** The citizen number, good, of 18 characters; null after a rejection. Tests in the order of the policy. */
export function judgeNumber(
  draft: RowDraft,
  columns: readonly number[] | undefined,
  today: number,
): string | null {
  const column = draft.readIdentity('id_number', columns)
  if (column === BROKEN) return null
  if (column === BLANK) return refuseNumber(draft, 'M01.missing')
  const { row } = draft
  const value = row.values[column]
  const kind = row.kinds[column]
  if (kind === CellKind.text && isGoodCitizenNumber(value as string, today))
    return checkedTail(draft, value as string)
  if (kind === CellKind.number && Math.abs(value as number) >= 1e15) return refuseNumber(draft, 'X01.number')
  const written = String(value)
  if (kind === CellKind.text && isScientific(written)) return refuseNumber(draft, 'X03.number')
  return judgeWritten(draft, repairCode(written, draft), kind === CellKind.text ? 'text' : 'other', today)
}

/** Text such as 3.3E+17: a number that a spreadsheet has already rounded. */
export function isScientific(text: string): boolean {
  return /^['’‘`＇]?\d(?:\.\d+)?[eE]\+?\d+$/u.test(halfWidth(dropBlanks(text)).replace(/^="(.*)"$/u, '$1'))
}

/** Compares the column with the number's sex (X10, X24). */
export function judgeSex(draft: RowDraft, columns: readonly number[] | undefined, number: string): void {
  const column = draft.read('sex', columns)
  if (column < 0) return
  const sex = sexOf(number)
  const written = draft.row.values[column]
  if (written === sex) return
  const reading = readListValue('sex', repairListValue(String(written), draft))
  if (!reading.known) return draft.review(reason('X24.list', 'sex'))
  if (reading.alias) draft.bits |= Mark.X24
  if (reading.value !== null && reading.value !== sex) draft.review(reason('X10.sex', 'sex'))
}

/** Compares the column with the number's birth date at the column's own precision (X10, X11). */
export function judgeBirth(draft: RowDraft, columns: readonly number[] | undefined, birth: BirthCheck): void {
  const column = draft.read('birth_date', columns)
  if (column < 0) return
  const { row } = draft
  const value = row.values[column] as string | number | boolean
  if (value === birth.iso) return
  const reading = birth.read(value, row.kinds[column] as number)
  draft.bits |= reading.bits
  if (reading.date === null) return draft.review(reason('X11.date', 'birth_date'))
  const own = reading.shortYear ? `xx${birth.iso.slice(2)}` : birth.iso
  if (!own.startsWith(reading.date.value)) draft.review(reason('X10.birth', 'birth_date'))
}

export interface BirthCheck {
  /** The number's birth date. */
  iso: string
  read: (value: string | number | boolean, kind: number) => DateReading
}

/** Reads dates through a cache: a roster repeats its few thousand days. */
export function dateReader(rules: DateRules): BirthCheck['read'] {
  const byKind: Map<unknown, DateReading>[] = [
    new Map(),
    new Map(),
    new Map(),
    new Map(),
    new Map(),
    new Map(),
  ]
  return (value, kind) => {
    const cache = byKind[kind] as Map<unknown, DateReading>
    let reading = cache.get(value)
    if (!reading) {
      reading = readDate(value, kind, rules)
      if (cache.size < MOST_CACHED) cache.set(value, reading)
    }
    return reading
  }
}

/** Age of a good number on a day (M02). Both days as YYYYMMDD. */
export function judgeAge(draft: RowDraft, number: string, today: number): void {
  const age = Math.floor((today - birthDay(number)) / 10000)
  if (age < 16 || age > 100) draft.review(reason('M02.age', 'id_number'))
}

/** The number's birth date. */
export function birthIso(number: string): string {
  return isoDay(birthDay(number))
}

function judgeWritten(
  draft: RowDraft,
  repaired: string,
  cell: 'text' | 'other',
  today: number,
): string | null {
  if (repaired === '') return refuseNumber(draft, 'M01.missing')
  let number = repaired
  if (LOOK_ALIKE_X.test(number)) {
    number = `${number.slice(0, -1)}X`
    draft.review(reason('X07.look_alike', 'id_number'))
  }
  if (/^\d{15}$/.test(number)) {
    const upgraded = upgradeOldNumber(number)
    if (upgraded === null || !isGoodCitizenNumber(upgraded, today)) return refuseNumber(draft, 'X09.number')
    draft.review(reason('X08.old_number', 'id_number'))
    return upgraded
  }
  const cut = cell === 'text' && /^\d{15}000$/.test(number)
  if (!isGoodCitizenNumber(number, today)) {
    if (cut) draft.reject(reason('X02.number', 'id_number'))
    return refuseNumber(draft, 'X09.number')
  }
  if (cut) draft.review(reason('X02.number', 'id_number'))
  return number
}

function checkedTail(draft: RowDraft, number: string): string {
  if (number.endsWith('000')) draft.review(reason('X02.number', 'id_number'))
  return number
}

function refuseNumber(
  draft: RowDraft,
  key: 'M01.missing' | 'X01.number' | 'X03.number' | 'X09.number',
): null {
  draft.reject(reason(key, 'id_number'))
  return null
}

const BRACKET_OR_DIGIT = /[()（）[\]［］【】〔〕〖〗{}｛｝<>＜＞〈〉《》「」\d０-９]/u
const LOOK_ALIKE_X = /[×Хх]$/u
const MOST_CACHED = 20_000
