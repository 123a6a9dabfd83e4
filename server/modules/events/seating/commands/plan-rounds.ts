import type { SeatingPlan } from '#contract/events-seating.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'
import type { EventKinds } from '../../office/kinds.ts'
import { mustReachEvent } from '../../scope.ts'
import { lockEvent, type EventRow } from '../../store.ts'
import { makePlan, whoCanSit } from '../make-plan.ts'
import { roundsOf } from '../queries/seats.ts'
import { isOutdated, seatingPlan } from '../queries/seating-plan.ts'
import { markReleased } from '../store.ts'

type OfEvent = { eventId: string; kinds: EventKinds }

/** Plans the coming rounds anew from who is there now; what was released stays as it was. */
export async function planRounds(
  tx: Tx,
  actor: Actor,
  input: OfEvent & { seatsPerTable?: number },
): Promise<SeatingPlan> {
  const event = await lockSeating(tx, actor, input.eventId)
  const made = await makePlan(tx, {
    event,
    kind: input.kinds.kindOf(event.kind),
    seatsPerTable: input.seatsPerTable,
    plannedBy: actor.appointment?.id ?? null,
  })
  if (made.guests < 2) refuse('events.nobody_to_seat')
  if (made.rounds === 0) refuse('events.no_round_left')
  await audit(tx, actor, 'events.rounds_planned', { ...subjectOf(event), params: made })
  return seatingPlan(tx, actor, input)
}

/**
 * Begins the next round. It is planned anew first when somebody came or went since it was planned, and always in the second part: sheets of the
 * first may have come in since.
 */
export async function releaseRound(
  tx: Tx,
  actor: Actor,
  input: OfEvent & { roundNo: number },
): Promise<SeatingPlan> {
  const event = await lockSeating(tx, actor, input.eventId)
  const next = (await roundsOf(tx, event.id)).find((round) => round.releasedAt === null)
  if (next?.roundNo !== input.roundNo) conflict('events.round_not_next')
  const kind = input.kinds.kindOf(event.kind)
  const present = await whoCanSit(tx, { event, kind })
  if (next.part === 2 || (await isOutdated(tx, event.id, present))) {
    const made = await makePlan(tx, { event, kind, plannedBy: actor.appointment?.id ?? null })
    if (made.rounds === 0) refuse('events.no_round_left')
  }
  await markReleased(tx, { eventId: event.id, roundNo: next.roundNo })
  await audit(tx, actor, 'events.round_released', {
    ...subjectOf(event),
    params: { roundNo: next.roundNo },
  })
  return seatingPlan(tx, actor, input)
}

/** The event, locked, when the actor runs it and it has rounds to plan. */
export async function lockSeating(tx: Tx, actor: Actor, eventId: string): Promise<EventRow> {
  const event = await lockEvent(tx, eventId)
  await mustReachEvent(tx, { actor, permission: 'events.run' }, event)
  if (event.seating === 'none') refuse('events.no_seating')
  if (event.state !== 'published') refuse('events.not_open')
  return event
}

/** What an entry of the audit log about an event's seating is about. */
export function subjectOf(event: EventRow) {
  return { kind: 'event', id: event.id, organisationId: event.organisationId, params: {} }
}
