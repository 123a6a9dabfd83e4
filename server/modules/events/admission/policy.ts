import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { mustReachEvent } from '../scope.ts'
import { findEvent, type EventRow } from '../store.ts'

/** The event, when the actor may run it: at its host, or at a union that hosts it too; otherwise the answer "not there". */
export async function mustRun(tx: Tx, actor: Actor, eventId: string): Promise<EventRow> {
  const event = await findEvent(tx, eventId)
  await mustReachEvent(tx, { actor, permission: 'events.run' }, event)
  return event
}
