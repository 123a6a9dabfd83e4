import type { FieldError } from '#contract/errors.ts'
import type { InputOf } from '#contract/operation.ts'
import type { operations, VenueInput } from '#contract/venues.ts'
import { canReach, mustReach, placeOf } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { endVenue, insertVenue, lockVenue, replaceVenue, type LockedVenue } from '../store.ts'

type Done = { id: string }
const write = 'venues.write'

/** Puts a venue of an organisation of one's scope into the register. */
export async function createVenue(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['createVenue']>,
): Promise<Done> {
  await mustReach(tx, { actor, permission: write }, input.organisationId)
  const faults = await faultsOf(tx, { organisationId: input.organisationId, today: actor.today }, input)
  if (input.openedOn > actor.today) faults.push({ path: 'openedOn', code: 'venues.day_to_come' })
  if (faults.length > 0) invalid(faults)
  const id = await insertVenue(tx, input, (actor.appointment ?? forbidden()).id)
  await note(tx, actor, { action: 'venues.created', id, organisationId: input.organisationId })
  return { id }
}

/** Says anew what a venue is and by which rules it may be booked. Times that were booked before stay. */
export async function changeVenue(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['changeVenue']>,
): Promise<Done> {
  const { organisationId } = await lockKept(tx, actor, input.venueId)
  const faults = await faultsOf(tx, { organisationId, today: actor.today }, input)
  if (faults.length > 0) invalid(faults)
  if (!(await replaceVenue(tx, input))) conflict('venues.changed_meanwhile')
  await note(tx, actor, { action: 'venues.changed', id: input.venueId, organisationId })
  return { id: input.venueId }
}

/** Closes a venue from a day on that is not to come; it counts no more from then on, and what was known before stays. */
export async function closeVenue(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['closeVenue']>,
): Promise<Done> {
  const { organisationId, openedOn } = await lockKept(tx, actor, input.venueId)
  if (input.closedOn > actor.today) invalid([{ path: 'closedOn', code: 'venues.day_to_come' }])
  if (input.closedOn < openedOn) invalid([{ path: 'closedOn', code: 'venues.before_opening' }])
  const closedBy = (actor.appointment ?? forbidden()).id
  await endVenue(tx, { venueId: input.venueId, closedOn: input.closedOn, closedBy })
  await note(tx, actor, { action: 'venues.closed', id: input.venueId, organisationId })
  return { id: input.venueId }
}

async function lockKept(tx: Tx, actor: Actor, venueId: string): Promise<LockedVenue> {
  const venue = found(await lockVenue(tx, venueId))
  if (!(await canReach(tx, { actor, permission: write }, venue.organisationId))) notFound()
  if (venue.closedOn !== null) refuse('venues.is_closed')
  return venue
}

/** All that is wrong with what was entered: hours that end before they begin, sharing with somebody who does not lead the keeper. */
async function faultsOf(
  tx: Tx,
  keeper: { organisationId: string; today: string },
  input: VenueInput,
): Promise<FieldError[]> {
  const faults: FieldError[] = []
  if (input.opensAt >= input.closesAt) faults.push({ path: 'closesAt', code: 'venues.closes_before_opening' })
  if (input.sharedWithId !== null) {
    const place = await placeOf(tx, keeper.organisationId, keeper.today)
    if (place?.ancestorIds.has(input.sharedWithId) !== true)
      faults.push({ path: 'sharedWithId', code: 'venues.shared_with_stranger' })
  }
  return faults
}

async function note(
  tx: Tx,
  actor: Actor,
  done: { action: 'venues.created' | 'venues.changed' | 'venues.closed'; id: string; organisationId: string },
): Promise<void> {
  await audit(tx, actor, done.action, { kind: 'venue', id: done.id, organisationId: done.organisationId })
}
