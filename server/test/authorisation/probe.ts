import type { OfficeFunction } from './office-functions.ts'
import type { Place } from './world.ts'

/** A request to send, aimed at a place or at what stands there. */
export interface ProbeRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  body?: object
}

/**
 * How an operation is tried. `aimed`: with a place (and where the asker is at home, for a second party); out of scope must look like "not there". `plain`: without one; only the function counts.
 * `lists`: without a place; what comes back must stand exactly at the places within scope.
 * Writes are aimed so that a rule refuses them after the scope has been judged: the world stays as it is.
 */
export type Probe =
  | { is: OfficeFunction; aimed: (place: Place, home: Place) => ProbeRequest }
  | { is: OfficeFunction; plain: () => ProbeRequest }
  | { is: OfficeFunction; lists: () => ProbeRequest; organisationIdsOf: (body: never) => string[] }

/** A read. */
export const get = (path: string): ProbeRequest => ({ method: 'GET', path })
/** A write. */
export const post = (path: string, body: object = {}): ProbeRequest => ({ method: 'POST', path, body })
