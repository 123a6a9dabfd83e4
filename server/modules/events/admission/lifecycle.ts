import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { insertNoShows } from './absence-store.ts'
import { makeSeed } from './draw-store.ts'
import { lockPlaces } from './places.ts'

/**
 * In the transaction that publishes an event, or gives it other times: its places are there, what happens by itself is worked out from its
 * times, and a lottery has its seed before anybody can register.
 */
export async function openAdmission(tx: Tx, eventId: string): Promise<void> {
  const places = await lockPlaces(tx, eventId)
  places.changed()
  await places.save()
  if (places.event.admission === 'lottery') await makeSeed(tx, eventId)
}

/** In the transaction that cancels or closes an event: nobody waits any more, open offers end. Places that were given stay on record. */
export async function endAdmission(tx: Tx, eventId: string, how: 'cancelled' | 'closed'): Promise<void> {
  const places = await lockPlaces(tx, eventId)
  await places.lapse(how)
  places.changed()
  await places.save()
}

/**
 * Records who had a place and did not come, once an event is over; returns how many. They come later in draws and take no reserved place for
 * the months of rule `events.absence_months`, unless an officer excuses them. Whoever only waited is never among them.
 */
export async function markNoShows(tx: Tx, event: { id: string; organisationId: string }): Promise<number> {
  const count = await insertNoShows(tx, event.id)
  if (count > 0) {
    await audit(tx, null, 'events.absences_recorded', {
      kind: 'event',
      id: event.id,
      organisationId: event.organisationId,
      params: { count },
    })
  }
  return count
}
