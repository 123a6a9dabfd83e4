import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { findEvent, type EventRow } from '../store.ts'

/** The event, when the actor may run it where it stands; otherwise the answer "not there". */
export async function mustRun(tx: Tx, actor: Actor, eventId: string): Promise<EventRow> {
  const event = await findEvent(tx, eventId)
  await mustReach(tx, { actor, permission: 'events.run' }, event.organisationId)
  return event
}
