import { randomInt } from 'node:crypto'
import { keyedHash, type MasterKeys } from '#server/platform/crypto.ts'

/** How many recovery codes are made at once. */
export const recoveryCodeCount = 10

// No letters or digits that are mistaken for each other when read from paper.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A recovery code: two groups of five, 49 bits. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${group()}-${group()}`
}

/** Hash under which a recovery code is stored: blanks, hyphens and capitals do not count. */
export function recoveryCodeHash(keys: MasterKeys, code: string): Buffer {
  return keyedHash(keys, 'recovery-code', '', code.toLowerCase().replace(/[\s-]/g, ''))
}
