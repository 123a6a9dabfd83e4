import { Mark, type Marks } from './marks.ts'

/**
 * The unified social credit code (GB 32100; domain rule E7): 18 characters of an alphabet without I, O, S, V, Z, the
 * last of them the check. The inner check of the organisation code is not judged here.
 */
export function isGoodCreditCode(code: string): boolean {
  if (code.length !== 18) return false
  let sum = 0
  for (let i = 0; i < 18; i++) {
    const value = VALUES[code.charCodeAt(i)]
    if (value === undefined || value < 0) return false
    if (i < 17) sum += value * (WEIGHTS[i] as number)
  }
  return VALUES[code.charCodeAt(17)] === (31 - (sum % 31)) % 31
}

/**
 * The code with a good check, or null. O and I, which the alphabet lacks, become 0 and 1 when that makes the check fit
 * (U02).
 */
export function settleCreditCode(code: string, marks: Marks): string | null {
  if (isGoodCreditCode(code)) return code
  const guess = code.replaceAll('O', '0').replaceAll('I', '1')
  if (guess === code || !isGoodCreditCode(guess)) return null
  marks.bits |= Mark.U02
  return guess
}

/** Register 8 is the trade unions' own: such a code names a union, never an employer. */
export function isUnionCode(code: string): boolean {
  return code.startsWith('8')
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const VALUES = new Int8Array(128).fill(-1)
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i
