import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { mustReachEvent } from '../scope.ts'
import { findEvent, type EventRow } from '../store.ts'

/** The event, when the actor runs it: for its host, what leads it, and those that host it together. Otherwise it is not there. */
export async function mustRunEvent(tx: Tx, actor: Actor, eventId: string): Promise<EventRow> {
  const event = await findEvent(tx, eventId)
  await mustReachEvent(tx, { actor, permission: 'events.run' }, event)
  return event
}
