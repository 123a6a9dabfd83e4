import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, notFound, refuse } from '#server/platform/errors.ts'
import { lockVenue, type LockedVenue } from '../register/store.ts'
import { whyNotInspect } from './policy.ts'

/**
 * Locks a venue the actor may judge: one within scope (otherwise "not there"), not closed, and not kept where the judge or a declared near relative
 * serves.
 */
export async function lockJudged(
  tx: Tx,
  actor: Actor,
  venueId: string,
): Promise<{ venue: LockedVenue; appointmentId: string }> {
  const { appointment } = actor
  if (appointment === null) forbidden()
  const venue = found(await lockVenue(tx, venueId))
  const why = await whyNotInspect(tx, actor, venue.organisationId)
  if (why === 'no_power') notFound()
  if (venue.closedOn !== null) refuse('venues.is_closed')
  if (why === 'own_venue') refuse('venues.own_venue')
  if (why === 'near_relative') refuse('venues.near_relative')
  return { venue, appointmentId: appointment.id }
}
