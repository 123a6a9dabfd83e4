import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long one code of the card on the phone holds. */
export const stepSeconds = 30
const form = /^GH1\.([A-Za-z0-9_-]{22})\.([0-9a-z]{1,8})\.([A-Za-z0-9_-]{16})$/

/** The step an instant lies in. */
export function stepAt(seconds: number): number {
  return Math.floor(seconds / stepSeconds)
}

/** The code of a person's card in one step: whose card, which step, and a proof that only the person's own key makes. */
export function cardCode(key: Buffer, personId: string, step: number): string {
  const who = Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url')
  return `GH1.${who}.${step.toString(36)}.${proof(key, step)}`
}

/** What a code says, unproved; null when it is not one of ours. */
export function readCardCode(code: string): { personId: string; step: number; proof: string } | null {
  const parts = form.exec(code.trim())
  if (parts === null) return null
  const hex = Buffer.from(parts[1]!, 'base64url').toString('hex')
  const personId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { personId, step: parseInt(parts[2]!, 36), proof: parts[3]! }
}

/** Whether the proof was made with this key for this step. */
export function provesCard(key: Buffer, code: { step: number; proof: string }): boolean {
  return timingSafeEqual(Buffer.from(proof(key, code.step)), Buffer.from(code.proof))
}

function proof(key: Buffer, step: number): string {
  return createHmac('sha256', key)
    .update(`service card ${step}`)
    .digest()
    .subarray(0, 12)
    .toString('base64url')
}
