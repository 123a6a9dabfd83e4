import type { OfficeFunction } from './policy.ts'
import type { Place } from './world.ts'

/** A request to send, aimed at a place or at what stands there. */
export interface ProbeRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  body?: object
}

/**
 * How an operation is tried. `aimed`: with a place; out of scope must look like "not there". `plain`: without one; only the function counts.
 * `lists`: without a place; what comes back must stand exactly at the places within scope.
 * Writes are aimed so that a rule refuses them after the scope has been judged: the world stays as it is.
 */
export type Probe =
  | { is: OfficeFunction; aimed: (place: Place) => ProbeRequest }
  | { is: OfficeFunction; plain: () => ProbeRequest }
  | { is: OfficeFunction; lists: () => ProbeRequest; organisationIdsOf: (body: never) => string[] }

const get = (path: string): ProbeRequest => ({ method: 'GET', path })
const post = (path: string, body: object = {}): ProbeRequest => ({ method: 'POST', path, body })

/** Every operation of the product, by its operationId. */
export const probes: Record<string, Probe> = {
  createSession: { is: 'sign in and out', plain: () => post('/sessions', {}) },
  deleteSession: {
    is: 'sign in and out',
    plain: () => ({ method: 'DELETE', path: '/sessions/none-of-these' }),
  },
  getMe: { is: 'know who one is', plain: () => get('/me') },
  actAs: { is: 'know who one is', plain: () => post('/me/appointment', {}) },
  startTotpEnrolment: { is: 'know who one is', plain: () => post('/me/totp') },
  confirmTotpEnrolment: { is: 'know who one is', plain: () => post('/me/totp/confirmation', {}) },
  explainAccess: { is: 'know who one is', plain: () => get('/access/explanation?permission=people.read') },
  getJob: { is: 'follow one’s own jobs', plain: () => get('/jobs/not-a-uuid') },
  streamEvents: { is: 'follow one’s own jobs', plain: () => get('/events?seconds=-1') },
  listOwnJobs: { is: 'follow one’s own jobs', plain: () => get('/jobs') },
  listInboxTasks: {
    is: 'see waiting tasks',
    lists: () => get('/inbox/tasks?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((task) => task.organisationId),
  },
  endInboxTask: {
    is: 'see waiting tasks',
    aimed: (place) => post(`/inbox/tasks/${place.taskId}/ending`, { outcome: 'done' }),
  },
  listAuditEntries: { is: 'read the audit log', plain: () => get('/audit/entries') },
  verifyAuditChain: { is: 'check the audit log', plain: () => post('/audit/verification') },
}
