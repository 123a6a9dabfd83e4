import type { operations, Registration as Shown } from '#contract/events-admission.ts'
import type { InputOf } from '#contract/operation.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, invalid, refuse } from '#server/platform/errors.ts'
import { mustRun } from '../policy.ts'
import { lockPlaces, type Places } from '../places.ts'
import { rootOf } from '../facts.ts'
import { shownRegistration } from '../shown-registration.ts'
import {
  eventOfRegistration,
  isCheckedIn,
  registrationById,
  registrationsOf,
  type Registration,
} from '../store.ts'

/**
 * Gives one's place or number back; the place is offered to the next at once. After the deadline somebody who had a place keeps their turn only
 * with a valid reason (rule `events.valid_reasons`); whoever only waited loses nothing.
 */
export async function cancelRegistration(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['cancelRegistration']>,
): Promise<Shown> {
  const places = await lockPlaces(tx, input.eventId)
  const [registration] = await registrationsOf(tx, input.eventId, [await rootOf(tx, actor.personId)])
  const mine = found(registration && places.current(registration))
  const reason = await validReason(tx, actor.today, input.reason ?? null)
  const cancelled = await cancel(tx, places, { registration: mine, reason, takenBy: null })
  await audit(tx, actor, 'events.registration_cancelled', subjectOf(places, cancelled, reason))
  return shownRegistration(cancelled)
}

/** Takes somebody off the list who said so by telephone or at the desk: the officer knows the reason, and it counts as valid. */
export async function withdrawRegistration(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['withdrawRegistration']>,
): Promise<Shown> {
  const eventId = await eventOfRegistration(tx, input.registrationId)
  await mustRun(tx, actor, eventId)
  const places = await lockPlaces(tx, eventId)
  const registration = places.current(await registrationById(tx, input.registrationId))
  const reason = await validReason(tx, actor.today, input.reason)
  const takenBy = actor.appointment?.id ?? null
  const cancelled = await cancel(tx, places, { registration, reason, takenBy })
  await audit(tx, actor, 'events.registration_withdrawn', subjectOf(places, cancelled, reason))
  return shownRegistration(cancelled)
}

async function cancel(
  tx: Tx,
  places: Places,
  {
    registration,
    reason,
    takenBy,
  }: { registration: Registration; reason: string | null; takenBy: string | null },
): Promise<Registration> {
  const { event } = places
  if (event.state !== 'published') refuse('events.over')
  if (registration.state === 'cancelled') return registration
  if (!['entered', 'waiting', 'offered', 'admitted'].includes(registration.state))
    refuse('events.not_registered')
  if (event.now >= event.endsAt) refuse('events.over')
  if (await isCheckedIn(tx, registration.id)) refuse('events.here_already')
  const isLate = registration.state === 'admitted' && event.now >= event.cancelUntil
  const why = reason ?? (isLate ? 'late' : null)
  const cancelled = places.move(registration, 'cancelled', { reason: why, takenBy })
  await places.save()
  return cancelled
}

/** The reason, if it is one of those that count. @throws 400 for another word. */
export async function validReason(tx: Tx, day: string, reason: string | null): Promise<string | null> {
  if (reason === null) return null
  const { value } = await ruleFor<string[]>(tx, 'events.valid_reasons', day)
  if (!value.includes(reason)) invalid([{ path: 'reason', code: 'field.format' }])
  return reason
}

function subjectOf(places: Places, registration: Registration, reason: string | null) {
  return {
    kind: 'registration',
    id: registration.id,
    organisationId: places.event.organisationId,
    params: { state: registration.state, reason },
  }
}
