import { createHash } from 'node:crypto'

const form = /^GE1\.(\d{1,6})\.([A-Za-z0-9_-]{22})$/

/** The pass as the QR code says it: the badge number (0: none yet) and the token of the registration, which only the server can make. */
export function passCode(badgeNo: number | null, token: Buffer): string {
  return `GE1.${badgeNo ?? 0}.${token.toString('base64url')}`
}

/** What a pass says, unproved; null when it is none. */
export function readPassCode(code: string): { badgeNo: number | null; token: string } | null {
  const parts = form.exec(code.trim())
  if (parts === null) return null
  const badgeNo = Number(parts[1])
  return { badgeNo: badgeNo === 0 ? null : badgeNo, token: parts[2]! }
}

/** What a device without a network holds of a pass: enough to know it again, not enough to make it. */
export function passCheck(token: Buffer): string {
  return createHash('sha256')
    .update(token.toString('base64url'))
    .digest()
    .subarray(0, 16)
    .toString('base64url')
}
