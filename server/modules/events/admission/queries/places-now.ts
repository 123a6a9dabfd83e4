import type { Tx } from '#server/platform/db/transaction.ts'
import { balanceOf, limitsAt, takenOf } from '../places.ts'
import type { Limits, Taken } from '../rules.ts'
import { eventAtPlaces, findPlacesRow, type EventAtPlaces } from '../store.ts'

/** The places of an event as they stand, for reading only: nothing is locked, and what is due may not have happened yet. */
export interface PlacesNow {
  event: EventAtPlaces
  limits: Limits
  taken: Taken
  releaseAt: Date | null
  balance: Limits['balance']
}

/** Reads them; answers "not there" for an unknown event. An event nobody opened yet has all its places. */
export async function placesAsTheyAre(tx: Tx, eventId: string): Promise<PlacesNow> {
  const event = await eventAtPlaces(tx, eventId)
  const row = await findPlacesRow(tx, eventId)
  return {
    event,
    limits: limitsAt(event, row),
    taken: takenOf(event, row?.taken ?? 0),
    releaseAt: row?.releaseAt ?? null,
    balance: row === undefined ? null : balanceOf(row),
  }
}
