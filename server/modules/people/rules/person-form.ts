import type { FieldError } from '#contract/errors.ts'
import type { DocumentKind } from '#contract/people-records.ts'
import type { IdentityDocument } from '../secrets.ts'
import { writtenName } from './names.ts'

/** What a form says of document, mobile and name. Undefined leaves a column as it is, null empties it. */
export interface TypedPerson {
  name?: string | undefined
  documentKind?: DocumentKind | null | undefined
  documentNumber?: string | null | undefined
  mobile?: string | null | undefined
}

/** The same, read and checked. */
export interface ReadPerson {
  name: string | undefined
  document: IdentityDocument | null | undefined
  mobile: string | null | undefined
}

/** Reads what was typed; the errors are of all wrong fields at once. */
export function readPerson(typed: TypedPerson): { person: ReadPerson; errors: FieldError[] } {
  const errors: FieldError[] = []
  const name = typed.name === undefined ? undefined : writtenName(typed.name)
  if (name === '') errors.push({ path: 'name', code: 'field.required' })
  const document = readDocument(typed)
  if (document !== null && document !== undefined && !isDocument(document))
    errors.push({ path: 'documentNumber', code: 'people.document_check' })
  const mobile = readMobile(typed.mobile)
  if (typeof mobile === 'string' && !/^1[3-9]\d{9}$/.test(mobile))
    errors.push({ path: 'mobile', code: 'people.mobile_format' })
  return { person: { name, document, mobile }, errors }
}

/** Birth date and sex as a citizen number tells them (E1), null for other documents. */
export function toldByNumber(
  document: IdentityDocument,
): { birthDate: string; sex: 'male' | 'female' } | null {
  const { number } = document
  if (!/^\d{17}[\dX]$/.test(number) || number.startsWith('9')) return null
  return {
    birthDate: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
    sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
  }
}

/** Whole years of age on a day. Somebody born on 29 February is a year older on 1 March of other years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** ISO 7064 MOD 11-2 over the first 17 digits (GB 11643). */
function hasCheck(number: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

function isDocument({ kind, number }: IdentityDocument): boolean {
  switch (kind) {
    case 'citizen_id':
    case 'residence_permit':
      return /^\d{17}[\dX]$/.test(number) && hasCheck(number) && isRealDay(number.slice(6, 14))
    case 'foreign_permanent_resident':
      return /^[A-Z]{3}\d{12}$/.test(number) || (/^9\d{16}[\dX]$/.test(number) && hasCheck(number))
    case 'hk_macau_permit':
      return /^[HM](\d{8}|\d{10})$/.test(number)
    case 'taiwan_permit':
      return /^\d{8}$/.test(number)
    default:
      return /^[\p{L}\d]{3,40}$/u.test(number)
  }
}

function isRealDay(digits: string): boolean {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}

function readDocument(typed: TypedPerson): IdentityDocument | null | undefined {
  if (typed.documentNumber === undefined) return undefined
  const number = (typed.documentNumber ?? '')
    .normalize('NFKC')
    .replace(/[\s\u200b-]/gu, '')
    .toUpperCase()
  return number === '' ? null : { kind: typed.documentKind ?? 'citizen_id', number }
}

function readMobile(typed: string | null | undefined): string | null | undefined {
  if (typed === undefined) return undefined
  const digits = (typed ?? '')
    .normalize('NFKC')
    .replace(/[\s\u200b-]/gu, '')
    .replace(/^(\+86|0086)/u, '')
  return digits === '' ? null : digits
}
