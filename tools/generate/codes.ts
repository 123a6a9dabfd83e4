import { isoOf } from './days.ts'

/** Citizen numbers use county codes ending in 99, which are given to no county; so do the codes of organisations. */
export const SYNTHETIC_COUNTY = '330299'
/** Mobile segments that no operator uses for the public. */
const SYNTHETIC_SEGMENTS = ['142', '143', '154'] as const

export type Sex = 'female' | 'male'

const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CITIZEN_CHECKS = '10X98765432'
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of a citizen number's first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function citizenCheck(first17: string): string {
  return CITIZEN_CHECKS[weighted(first17, 0) % 11]!
}

/**
 * Hands out citizen numbers, each one once; 490 people of one sex may share a birthday, `taken` of whom others have numbered already.
 */
export function citizenNumbers(taken = 0): (county: string, birthDay: number, sex: Sex) => string {
  const used = new Map<number, number>()
  const countySums = new Map<string, number>()
  return (county, birthDay, sex) => {
    const key = birthDay * 2 + (sex === 'female' ? 0 : 1)
    const turn = used.get(key) ?? taken
    used.set(key, turn + 1)
    const sequence = sequenceText(sex, turn, birthDay)
    const birth = compactDate(birthDay)
    let countySum = countySums.get(county)
    if (countySum === undefined) countySums.set(county, (countySum = weighted(county, 0)))
    const sum = countySum + birth.sum + weighted(sequence, 14)
    return county + birth.text + sequence + CITIZEN_CHECKS[sum % 11]!
  }
}

/** Check character of a unified social credit code's first 17 characters (GB 32100). */
export function usccCheck(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += USCC_ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31]!
}

/** Check character of an organisation code's first 8 characters (GB 11714); characters 9-17 of a credit code. */
export function organisationCheck(first8: string): string {
  let sum = 0
  for (let at = 0; at < 8; at++) sum += ORGANISATION_ALPHABET.indexOf(first8[at]!) * ORGANISATION_WEIGHTS[at]!
  const check = 11 - (sum % 11)
  return check === 11 ? '0' : check === 10 ? 'X' : String(check)
}

/** Who registers: 91 enterprise, 52 social organisation (民办非企业), 12 public institution, 81 basic union, 89 other union. */
export type UsccRegister = '91' | '52' | '12' | '81' | '89'
const BODY_LEADS: Record<UsccRegister, string> = { 91: 'MA', 52: 'MJ', 12: 'MB', 81: 'MC', 89: 'MC' }

/** A credit code with both checks right; another serial below 887 million gives another code. */
export function makeUscc(register: UsccRegister, serial: number, county = SYNTHETIC_COUNTY): string {
  let tail = ''
  for (let rest = serial; tail.length < 6; rest = Math.floor(rest / 31))
    tail = USCC_ALPHABET[rest % 31]! + tail
  const body = BODY_LEADS[register] + tail
  const first17 = register + county + body + organisationCheck(body)
  // The inner check may be X, which the outer alphabet has; nothing else leaves the alphabet.
  return first17 + usccCheck(first17)
}

/** Hands out mobile numbers in unused segments; no number twice in 300 million. */
export function mobileNumbers(seed: number): () => string {
  let turn = 0
  return () => {
    // 104,729,123 shares no factor with 3 * 10^8, so the steps visit every number once.
    const number = ((seed % 1_000_000) * 7_919 + turn++ * 104_729_123) % 300_000_000
    const segment = SYNTHETIC_SEGMENTS[Math.floor(number / 100_000_000)]!
    return segment + String(number % 100_000_000).padStart(8, '0')
  }
}

/** Hands out 19-digit card numbers with a good Luhn digit, under a prefix that no issuer can be given (country 999). */
export function serviceCardNumbers(seed: number): () => string {
  let turn = 0
  return () => {
    const serial = ((seed % 1_000_000) * 15_485_863 + turn++ * 1_299_709) % 100_000_000
    const first18 = `9999330299${String(serial).padStart(8, '0')}`
    return first18 + luhnDigit(first18)
  }
}

/** Luhn check digit for the digits before it. */
export function luhnDigit(digits: string): string {
  let sum = 0
  for (let at = digits.length - 1, double = true; at >= 0; at--, double = !double) {
    const value = (digits.charCodeAt(at) - 48) * (double ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return String((10 - (sum % 10)) % 10)
}

function weighted(digits: string, from: number): number {
  let sum = 0
  for (let at = 0; at < digits.length; at++) sum += (digits.charCodeAt(at) - 48) * CITIZEN_WEIGHTS[from + at]!
  return sum
}

const compactDates = new Map<number, { text: string; sum: number }>()

function compactDate(day: number): { text: string; sum: number } {
  let known = compactDates.get(day)
  if (!known) {
    const text = isoOf(day).replaceAll('-', '')
    compactDates.set(day, (known = { text, sum: weighted(text, 6) }))
  }
  return known
}

// Odd for men, even for women. Numbers that end in 00 are left out: with check digit 0 they would look cut off by Excel.
const SEQUENCES: Record<Sex, string[]> = { female: [], male: [] }
for (let number = 1; number < 1000; number++) {
  if (number % 100 !== 0) SEQUENCES[number % 2 ? 'male' : 'female'].push(String(number).padStart(3, '0'))
}

function sequenceText(sex: Sex, turn: number, birthDay: number): string {
  const list = SEQUENCES[sex]
  if (turn >= list.length) throw new RangeError('too many people share one birthday')
  // 37 shares no factor with 490 or 500, so every number of the list is reached once.
  return list[(((birthDay % 97) + 97) * 5 + turn * 37) % list.length]!
}
