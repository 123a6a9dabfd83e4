import type { Tx } from '#server/platform/db/transaction.ts'
import { lockPlaces } from './places.ts'
import { refusalsAt } from './refusals.ts'
import { fits } from './rules.ts'
import { registrationById } from './store.ts'

/**
 * Gives somebody who waited and stands at the door a place, if one is free for them under the limits of the event: whoever is before them in line
 * has been offered every place that fits. An offer they had is theirs. Also after the beginning, when waiting has ended.
 * @param takenBy the officer's appointment
 */
export async function admitAtDoor(
  tx: Tx,
  asked: { eventId: string; registrationId: string; takenBy: string },
): Promise<'admitted' | 'no_place' | 'refused'> {
  const places = await lockPlaces(tx, asked.eventId)
  const registration = places.current(await registrationById(tx, asked.registrationId))
  if (registration.state === 'admitted') return 'admitted'
  if (!['waiting', 'offered', 'lapsed', 'expired'].includes(registration.state)) return 'no_place'
  const refused = await refusalsAt(tx, places.event, [registration.personId])
  if (refused.size > 0) return 'refused'
  if (registration.state !== 'offered') {
    if (!fits(places.limits, places.taken, registration.facts)) return 'no_place'
    places.taken.count(registration.facts, 1)
  }
  places.admit(registration, { reason: 'at_door', takenBy: asked.takenBy })
  await places.save()
  return 'admitted'
}
