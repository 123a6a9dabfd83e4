import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { deriveKey, type MasterKeys } from '../crypto.ts'

/** Whether cookies travel over https only: then the `__Host-` name binds them to this host. */
export interface CookieSettings {
  secure: boolean
}

const nameOf = (settings: CookieSettings) => (settings.secure ? '__Host-gonghui' : 'gonghui')

/** The session token the browser sent, or null. */
export function sessionTokenOf(request: FastifyRequest, settings: CookieSettings): string | null {
  return request.cookies[nameOf(settings)] ?? null
}

/** The token a program sent in `Authorization: Bearer`, or null. */
export function bearerTokenOf(request: FastifyRequest): string | null {
  return /^Bearer +(\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}

/** Sets the session cookie, or clears it with null. */
export function setSessionToken(reply: FastifyReply, settings: CookieSettings, token: string | null): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: settings.secure } as const
  if (token === null) reply.clearCookie(nameOf(settings), options)
  else reply.setCookie(nameOf(settings), token, options)
}

const deviceNameOf = (settings: CookieSettings) => `${nameOf(settings)}-device`

// The longest a browser keeps a cookie: 400 days.
const deviceSeconds = 400 * 24 * 60 * 60

/** The token by which this browser is known again, or null. It opens nothing: only guessing is counted apart for known browsers. */
export function deviceTokenOf(request: FastifyRequest, settings: CookieSettings): string | null {
  const token = request.cookies[deviceNameOf(settings)]
  return token !== undefined && /^[\w-]{22}$/.test(token) ? token : null
}

/** Sets the cookie by which this browser is known again. */
export function setDeviceToken(reply: FastifyReply, settings: CookieSettings, token: string): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: settings.secure } as const
  reply.setCookie(deviceNameOf(settings), token, { ...options, maxAge: deviceSeconds })
}

/** The token every write must repeat in the header `x-csrf-token`; it belongs to one session and cannot be made without the key. */
export function csrfTokenFor(keys: MasterKeys, sessionId: string): string {
  return deriveKey(keys, `csrf:${sessionId}`).subarray(0, 18).toString('base64url')
}

/** Whether a write came from our own page: a foreign page cannot read the token, and the cookie alone is not enough. */
export function csrfTokenMatches(keys: MasterKeys, sessionId: string, request: FastifyRequest): boolean {
  const sent = request.headers['x-csrf-token']
  const expected = csrfTokenFor(keys, sessionId)
  if (typeof sent !== 'string' || sent.length !== expected.length) return false
  return timingSafeEqual(Buffer.from(sent), Buffer.from(expected))
}
