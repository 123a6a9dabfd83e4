import type { operations, Registration as Shown } from '#contract/events-admission.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { rootOf } from '../facts.ts'
import { lockPlaces } from '../places.ts'
import { refusalsAt } from '../refusals.ts'
import { shownRegistration } from '../shown-registration.ts'
import { registrationsOf } from '../store.ts'

/**
 * Takes the place one was offered, or leaves it to the next. An answer after the offer lapsed is refused: the place is somebody else's by then.
 * Saying the same twice changes nothing.
 */
export async function answerOffer(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['answerOffer']>,
): Promise<Shown> {
  const places = await lockPlaces(tx, input.eventId)
  const [kept] = await registrationsOf(tx, input.eventId, [await rootOf(tx, actor.personId)])
  const registration = places.current(found(kept))
  const { event } = places
  const said = input.answer === 'accepted' ? 'admitted' : 'declined'
  if (registration.state === said) return shownRegistration(registration)
  if (registration.state === 'expired') refuse('events.offer_over')
  if (registration.state !== 'offered' || event.state !== 'published') refuse('events.no_offer')

  const step = { reason: null, takenBy: null }
  if (said === 'admitted') {
    const refusal = (await refusalsAt(tx, event, [registration.personId])).get(registration.personId)
    if (refusal !== undefined) refuse(refusal)
    places.admit(registration, step)
  } else places.move(registration, 'declined', step)
  await places.save()
  await audit(tx, actor, 'events.offer_answered', {
    kind: 'registration',
    id: registration.id,
    organisationId: event.organisationId,
    params: { answer: input.answer },
  })
  return shownRegistration(places.current(registration))
}
