import { CellKind, type CellValue } from '#server/platform/workbook/index.ts'
import { repairTight } from './characters.ts'
import { readChineseDigits, readChineseInteger } from './chinese-numerals.ts'
import { daysOf } from './citizen-number.ts'
import { Mark, type Marks } from './marks.ts'

/** A date as precise as it was written: '2017', '2017-08' or '2017-08-16'. */
export interface PartialDate {
  value: string
  precision: 'year' | 'month' | 'day'
}

/** `shortYear`: only the last two digits of the year are known (allowed in birth dates), the value starts with 'xx'. */
export interface DateReading {
  date: PartialDate | null
  shortYear: boolean
  bits: number
}

export interface DateRules {
  /** 'YYYY-MM-DD'; a later date cannot be. */
  asOf: string
  epoch: 1900 | 1904
  shortYears: 'allowed' | 'refused'
}

/**
 * Reads a cell that is not blank by import policy, section 6. A null date cannot be determined (X11, review); `bits`
 * hold the marks of a date that could.
 */
export function readDate(value: CellValue, kind: number, rules: DateRules): DateReading {
  const marks: Marks = { bits: 0 }
  const parts =
    kind === CellKind.text ? partsOfText(String(value), rules, marks) : partsOfCell(value, kind, rules, marks)
  const reading = parts ? settle(parts, rules) : null
  if (!reading) return { date: null, shortYear: false, bits: 0 }
  if (parts?.loose || parts?.fellShort) marks.bits |= Mark.X11
  return { ...reading, bits: marks.bits }
}

/** The serial day of a workbook as 'YYYY-MM-DD'. */
function serialDay(serial: number, epoch: 1900 | 1904): string {
  const offset = epoch === 1904 ? 24_107 : 25_569
  return new Date((Math.floor(serial) - offset) * 86_400_000).toISOString().slice(0, 10)
}

/** The last day a date of its precision can mean, as YYYYMMDD. */
export function lastDayOf(date: PartialDate): number {
  const year = Number(date.value.slice(0, 4))
  const month = date.precision === 'year' ? 12 : Number(date.value.slice(5, 7))
  const day = date.precision === 'day' ? Number(date.value.slice(8, 10)) : daysOf(year, month)
  return year * 10000 + month * 100 + day
}

/** Year, month and day as digits; month and day null when not written. `loose`: not one of the plain forms. */
interface Parts {
  year: string
  month: string | null
  day: string | null
  loose: boolean
  fellShort?: boolean
}

function partsOfCell(value: CellValue, kind: number, rules: DateRules, marks: Marks): Parts | null {
  if (kind === CellKind.date) return partsOfIso(String(value))
  if (kind !== CellKind.number || typeof value !== 'number') return null
  if (value >= 20_000 && value <= 60_000) return { ...partsOfIso(serialDay(value, rules.epoch)), loose: true }
  // 2017.1 as a number may have been October.
  if (!Number.isInteger(value) && /^\d+\.1$/.test(String(value))) return null
  return (
    partsOfDigits(String(value), rules) ?? (value > 0 ? partsOfDotted(String(value), rules, marks) : null)
  )
}

function partsOfDotted(text: string, rules: DateRules, marks: Marks): Parts | null {
  return /^\d+\.\d{1,2}$/.test(text) ? partsOfText(text, rules, marks) : null
}

function partsOfIso(iso: string): Parts {
  return { year: iso.slice(0, 4), month: iso.slice(5, 7), day: iso.slice(8, 10), loose: false }
}

function partsOfText(text: string, rules: DateRules, marks: Marks): Parts | null {
  if (text.length > LONGEST) return null
  const withoutTime = text.replace(MIDNIGHT, '')
  const tight = repairTight(withoutTime, marks)
  const parts = partsOfTight(tight, rules)
  return parts && withoutTime !== text ? { ...parts, loose: true } : parts
}

function partsOfTight(text: string, rules: DateRules): Parts | null {
  const plain = PLAIN.exec(text)
  if (plain) return { year: plain[1] as string, month: plain[2] ?? null, day: plain[3] ?? null, loose: false }
  if (/^\d+$/.test(text)) {
    const serial = Number(text)
    if (text.length === 5 && serial >= 20_000 && serial <= 60_000)
      return { ...partsOfIso(serialDay(serial, rules.epoch)), loose: true }
    return partsOfDigits(text, rules)
  }
  const written = WRITTEN.exec(text)
  if (!written) return null
  const year = yearDigits(written[1] as string)
  const [month, day] = [partDigits(written[2]), partDigits(written[3])]
  if (year === null) return chineseRun(text, rules)
  if (month === undefined || day === undefined) return null
  return { year, month, day, loose: true }
}

/** yyyy, yyyymm, yyyymmdd, and yymmdd, yymm, yy where short years are allowed. */
function partsOfDigits(digits: string, rules: DateRules): Parts | null {
  const cut = (year: number): Parts => ({
    year: digits.slice(0, year),
    month: digits.slice(year, year + 2) || null,
    day: digits.slice(year + 2) || null,
    loose: true,
  })
  if (!/^\d+$/.test(digits)) return null
  if (digits.length === 8) return cut(4)
  if (digits.length === 4) return cut(4)
  if (digits.length === 6 && (rules.shortYears === 'refused' || isPlausible(cut(4)))) return cut(4)
  return rules.shortYears === 'allowed' && (digits.length === 6 || digits.length === 2) ? cut(2) : null
}

function isPlausible(parts: Parts): boolean {
  return Number(parts.year) >= 1900 && Number(parts.year) <= 2100 && Number(parts.month) <= 12
}

/** 二〇一七〇八一六: eight, six or four Chinese digits without a separator. */
function chineseRun(text: string, rules: DateRules): Parts | null {
  const digits = readChineseDigits(text)
  return digits === null ? null : partsOfDigits(digits, rules)
}

function yearDigits(text: string): string | null {
  const digits = /^\d+$/.test(text) ? text : readChineseDigits(text)
  return digits !== null && (digits.length === 4 || digits.length === 2) ? digits : null
}

/** Month or day; null when not written, undefined when not readable. */
function partDigits(text: string | undefined): string | null | undefined {
  if (text === undefined || text === '') return null
  if (/^\d{1,2}$/.test(text)) return text
  const number = readChineseInteger(text)
  if (number === null || number > 31)
    return readChineseDigits(text)?.padStart(2, '0').slice(-2) === '00' ? '00' : undefined
  return String(number)
}

function settle(parts: Parts, rules: DateRules): { date: PartialDate; shortYear: boolean } | null {
  const shortYear = parts.year.length === 2
  if (shortYear && rules.shortYears === 'refused') return null
  const year = Number(parts.year)
  if (!shortYear && (year < 1900 || year > 2100)) return null
  const month = parts.month === null ? 0 : Number(parts.month)
  const day = parts.day === null ? 0 : Number(parts.day)
  if (month > 12 || (day > 0 && day > (month === 0 ? 31 : daysOf(shortYear ? 2000 + year : year, month))))
    return null
  if ((parts.month !== null && month === 0) || (parts.day !== null && day === 0)) parts.fellShort = true

  const date = written(shortYear ? `xx${parts.year}` : parts.year, month, day)
  return !shortYear && date.value > rules.asOf.slice(0, date.value.length) ? null : { date, shortYear }
}

function written(year: string, month: number, day: number): PartialDate {
  if (month === 0) return { value: year, precision: 'year' }
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`
  if (day === 0) return { value: yearMonth, precision: 'month' }
  return { value: `${yearMonth}-${String(day).padStart(2, '0')}`, precision: 'day' }
}

const LONGEST = 100
const PLAIN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
// A midnight behind a date says nothing; the blank before it is no blank inside the date.
const MIDNIGHT = /(?:[\s\u3000]+|T)0{1,2}[:：]00(?:[:：]00(?:\.0+)?)?Z?\s*$/u
const DIGIT = '[\\d〇○零◯一二三四五六七八九十]'
// Behind 年 and 月 nothing need follow; any other separator separates.
const WRITTEN = new RegExp(
  `^(${DIGIT}+)(?:年|(?:[-./、,]|年)(${DIGIT}{1,3})(?:月|(?:[-./、,]|月)(${DIGIT}{1,3})[日号]?)?)?$`,
  'u',
)
