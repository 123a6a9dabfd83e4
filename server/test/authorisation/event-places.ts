import { makeEvent } from '#server/modules/events/tests/make-event.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makePerson } from '#server/test/makers.ts'
import { nowhereToRepeat, seriesAt, type SeriesPlace } from './series-places.ts'

/** What stands at a place for requests about events to aim at. */
export interface EventPlace extends SeriesPlace {
  /** An event that is over and closed: nothing can be done with it any more. */
  eventId: string
  /** Somebody who waited for that event; nothing can be done with it any more. */
  registrationId: string
}

/** The same of a place that does not exist. */
export const nowhereToMeet: EventPlace = {
  eventId: newId(),
  registrationId: newId(),
  ...nowhereToRepeat,
}

/** Makes it for an organisation. */
export async function eventsAt(tx: Tx, organisationId: string): Promise<EventPlace> {
  const eventId = await makeEvent(tx, {
    organisationId,
    state: 'closed',
    opensInHours: -300,
    closesInHours: -200,
    startsInHours: -100,
    endsInHours: -97,
  })
  return {
    eventId,
    registrationId: await registrationAt(tx, eventId, organisationId),
    ...(await seriesAt(tx, organisationId, eventId)),
  }
}

async function registrationAt(tx: Tx, eventId: string, organisationId: string): Promise<string> {
  const id = newId()
  const personId = await makePerson(tx, { name: '林测试' })
  await tx
    .insertInto('registrations')
    .values({
      tenant_id: tx.tenantId,
      id,
      event_id: eventId,
      person_id: personId,
      union_id: organisationId,
      sex: 'female',
      age_band: '25-29',
      first_timer: true,
      state: 'lapsed',
    })
    .execute()
  return id
}
