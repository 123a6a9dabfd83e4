// Written by tools/generate-operations.ts from contract/*.ts; run `node tools/generate-operations.ts` after a change there.
import type { operations as sessionsOperations } from '#contract/sessions.ts'

/** Every operation of the contract by its id. */
export interface Operations {
  createSession: (typeof sessionsOperations)['createSession']
  deleteSession: (typeof sessionsOperations)['deleteSession']
  getMe: (typeof sessionsOperations)['getMe']
  actAs: (typeof sessionsOperations)['actAs']
  startTotpEnrolment: (typeof sessionsOperations)['startTotpEnrolment']
  confirmTotpEnrolment: (typeof sessionsOperations)['confirmTotpEnrolment']
  listDemoLogins: (typeof sessionsOperations)['listDemoLogins']
  explainAccess: (typeof sessionsOperations)['explainAccess']
}

export type Kind = 'json' | 'upload' | 'download'

/** Where an operation is called: method, path below /api/v1, kind of transfer. */
export const operationTable = {
  createSession: ['POST', '/sessions', 'json'],
  deleteSession: ['DELETE', '/sessions/current', 'json'],
  getMe: ['GET', '/me', 'json'],
  actAs: ['POST', '/me/appointment', 'json'],
  startTotpEnrolment: ['POST', '/me/totp', 'json'],
  confirmTotpEnrolment: ['POST', '/me/totp/confirmation', 'json'],
  listDemoLogins: ['GET', '/demo-logins', 'json'],
  explainAccess: ['GET', '/access/explanation', 'json'],
} as const satisfies Record<keyof Operations, readonly [string, string, Kind]>
