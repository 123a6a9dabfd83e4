import { makeEvent } from '#server/modules/events/tests/make-event.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What stands at a place for requests about events to aim at. */
export interface EventPlace {
  /** An event that is over and closed: nothing can be done with it any more. */
  eventId: string
}

/** The same of a place that does not exist. */
export const nowhereToMeet: EventPlace = { eventId: newId() }

/** Makes it for an organisation. */
export async function eventsAt(tx: Tx, organisationId: string): Promise<EventPlace> {
  return {
    eventId: await makeEvent(tx, {
      organisationId,
      state: 'closed',
      opensInHours: -300,
      closesInHours: -200,
      startsInHours: -100,
      endsInHours: -97,
    }),
  }
}
