import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, notFound, refuse } from '#server/platform/errors.ts'
import { lockVenue, type LockedVenue } from '../register/store.ts'

/** Locks a venue the actor may judge: one within scope (otherwise "not there"), not closed, and not kept by the judge's own organisation. */
export async function lockJudged(
  tx: Tx,
  actor: Actor,
  venueId: string,
): Promise<{ venue: LockedVenue; appointmentId: string }> {
  const { appointment } = actor
  if (appointment === null) forbidden()
  const venue = found(await lockVenue(tx, venueId))
  if (!(await canReach(tx, { actor, permission: 'venues.inspect' }, venue.organisationId))) notFound()
  if (venue.closedOn !== null) refuse('venues.is_closed')
  if (appointment.organisationId === venue.organisationId) refuse('venues.own_venue')
  return { venue, appointmentId: appointment.id }
}
