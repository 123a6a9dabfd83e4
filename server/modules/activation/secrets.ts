import { deriveKey, keyedHash, randomBytes, type MasterKeys } from '#server/platform/crypto.ts'
import { readSlipCode, slipCodeFrom } from './rules.ts'

/** The code of a slip: from the key outside the database, so that nothing stored gives it away and it can be printed again. */
export function slipCode(keys: MasterKeys, slip: { tenantId: string; slipId: string }): string {
  return slipCodeFrom(deriveKey(keys, `activation-slip:${slip.tenantId}:${slip.slipId}`))
}

/** What a slip is found by, however its code was typed. */
export function slipHash(keys: MasterKeys, typed: string): Buffer {
  return keyedHash(keys, 'activation', '', `slip:${readSlipCode(typed)}`)
}

/** A fresh secret of 128 bits for a link or a ticket: 22 characters. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url')
}

/** What a ticket or the token of an invitation is found by. */
export function secretHash(keys: MasterKeys, secret: string): Buffer {
  return keyedHash(keys, 'activation', '', `secret:${secret}`)
}
