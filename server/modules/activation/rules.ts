/** Minutes in which a ticket must be used. */
export const ticketMinutes = 15

/** Wrong ends of the document after which a slip is spoilt. */
export const slipTries = 5

// 32 letters and digits; none that is mistaken for another on paper.
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const slipLength = 12

/** A slip's code from the first 60 of its secret bits: twelve characters in groups of four. */
export function slipCodeFrom(secret: Uint8Array): string {
  let bits = 0n
  for (const byte of secret.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte)
  let code = ''
  for (let at = 0; at < slipLength; at++) {
    code += alphabet[Number(bits & 31n)]!
    bits >>= 5n
  }
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** A slip's code as somebody typed or scanned it: capitals, without blanks and dashes. */
export function readSlipCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

/** What a log-in is checked against. Numbers belong to people: only one's own mobile or card is a log-in of digits. */
export interface OwnNumbers {
  isOwnMobile: boolean
  isOwnCard: boolean
}

/** Why a log-in cannot be chosen, as the code of its sentence; null when it can. */
export function loginProblem(login: string, own: OwnNumbers): string | null {
  if (own.isOwnMobile || own.isOwnCard) return null
  if (/^\d+[Xx]?$/.test(login)) return 'activation.login_digits'
  return /^[^\s@]{4,40}$/u.test(login) ? null : 'activation.login_form'
}

/** A log-in as it is kept: without blanks around it, and none within a number. */
export function readLogin(typed: string): string {
  const login = typed.trim()
  return /^[\d\s]+[Xx]?$/.test(login) ? login.replace(/\s/g, '') : login
}
