import type { SeatingPlan } from '#contract/events-seating.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import type { EventKinds } from '../../office/kinds.ts'
import { lockEvent } from '../../store.ts'
import { attendees, type Attendee } from '../queries/present.ts'
import { seatingPlan } from '../queries/seating-plan.ts'
import { endLeaving, insertLeaving } from '../store.ts'
import { lockSeating, subjectOf } from './plan-rounds.ts'

type ByBadge = { eventId: string; badgeNo: number; kinds: EventKinds }

/** Notes that somebody goes home before the end; the next round is planned without them. */
export async function leaveSeating(tx: Tx, actor: Actor, input: ByBadge): Promise<SeatingPlan> {
  const event = await lockSeating(tx, actor, input.eventId)
  const guest = await presentGuest(tx, input)
  if (guest.left) conflict('events.has_left')
  await insertLeaving(tx, {
    registrationId: guest.registrationId,
    eventId: event.id,
    notedBy: actor.appointment?.id ?? null,
  })
  await audit(tx, actor, 'events.guest_left', subjectOf(event))
  return seatingPlan(tx, actor, input)
}

/** Notes that somebody who went home is back. */
export async function returnToSeating(tx: Tx, actor: Actor, input: ByBadge): Promise<SeatingPlan> {
  const event = await lockSeating(tx, actor, input.eventId)
  const guest = await presentGuest(tx, input)
  if (!guest.left) conflict('events.has_not_left')
  await endLeaving(tx, guest.registrationId)
  await audit(tx, actor, 'events.guest_returned', subjectOf(event))
  return seatingPlan(tx, actor, input)
}

/** Goes home oneself. */
export async function leaveOwnSeating(
  tx: Tx,
  actor: Actor,
  input: { eventId: string },
): Promise<Record<string, never>> {
  const event = await lockEvent(tx, input.eventId)
  const { personId } = found(await personRecords(tx, actor.personId))
  const own = found((await attendees(tx, event.id)).find((each) => each.personId === personId))
  if (!own.checkedIn) refuse('events.not_checked_in')
  if (own.left) conflict('events.has_left')
  await insertLeaving(tx, { registrationId: own.registrationId, eventId: event.id, notedBy: null })
  await audit(tx, actor, 'events.guest_left', subjectOf(event))
  return {}
}

async function presentGuest(tx: Tx, { eventId, badgeNo }: ByBadge): Promise<Attendee> {
  const guest = (await attendees(tx, eventId)).find((each) => each.badgeNo === badgeNo)
  if (guest === undefined || !guest.checkedIn) refuse('events.no_such_badge', { badgeNo })
  return guest
}
