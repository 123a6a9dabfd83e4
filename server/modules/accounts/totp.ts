import { generateSecret, generateURI, verifySync } from 'otplib'
import { open, seal, type MasterKeys } from '#server/platform/crypto.ts'
import { deriveKey } from '#server/platform/crypto.ts'

const stepSeconds = 30

/** A fresh secret and the address that an authenticator app scans. */
export function newTotpSecret(label: string): { secret: string; otpauthUrl: string } {
  const secret = generateSecret()
  return { secret, otpauthUrl: generateURI({ issuer: 'Gonghui', label, secret }) }
}

/** The step of the code if it is right now (one step of clock drift allowed), or null. The caller refuses a step already used. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const epoch = Math.floor(now.getTime() / 1000)
  for (const drift of [0, -1, 1]) {
    const at = epoch + drift * stepSeconds
    if (verifySync({ secret, token: code, epoch: at, epochTolerance: 0 }).valid)
      return Math.floor(at / stepSeconds)
  }
  return null
}

/** The secret as it is stored. */
export function sealTotpSecret(keys: MasterKeys, secret: string): Buffer {
  return seal(deriveKey(keys, 'totp'), Buffer.from(secret))
}

/** The secret from its stored form. */
export function openTotpSecret(keys: MasterKeys, cipher: Buffer): string {
  return open(deriveKey(keys, 'totp'), cipher).toString()
}
