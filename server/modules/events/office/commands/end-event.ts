import type { EventFile, operations } from '#contract/events.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { endTasksAbout } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, invalid } from '#server/platform/errors.ts'
import { endAdmission, markNoShows, openAdmission } from '../../admission/lifecycle.ts'
import { phaseOf } from '../../rules.ts'
import { lockEvent, type EventRow } from '../../store.ts'
import type { EventKinds } from '../kinds.ts'
import { eventFile } from '../queries/event-file.ts'
import { fits, timeProblems, type EventAct } from '../rules.ts'
import { moveEvent, takeStep } from '../store.ts'
import { tellRegistered } from '../tell-registered.ts'

type Input = { eventId: string; kinds: EventKinds }

/** Gives a published event that has not begun other times, with the reason. Registrations stay; everybody who has one is told. */
export async function postponeEvent(
  tx: Tx,
  actor: Actor,
  { kinds, ...input }: InputOf<(typeof operations)['postponeEvent']> & { kinds: EventKinds },
): Promise<EventFile> {
  const event = await lockFor(tx, actor, { eventId: input.eventId, act: 'postpone' })
  const problems = timeProblems({ ...input, registrationOpensAt: event.registrationOpensAt })
  if (new Date(input.startsAt) <= (await now(tx)))
    problems.push({ path: 'startsAt', code: 'events.in_the_past' })
  if (problems.length > 0) invalid(problems)
  await moveEvent(tx, event.id, input)
  await takeStep(tx, {
    eventId: event.id,
    step: 'postponed',
    reason: input.reason.trim(),
    takenBy: event.by,
    moved: { startsAt: input.startsAt, endsAt: input.endsAt },
  })
  await moveOptions(tx, kinds, { event, startsAt: input.startsAt })
  await openAdmission(tx, event.id)
  await tellRegistered(tx, { eventId: event.id, what: 'postponed' })
  await audit(tx, actor, 'events.postponed', subjectOf(event))
  return eventFile(tx, actor, { eventId: event.id, kinds })
}

/** Drops a draft, or cancels a published event that has not begun: its programme is told in the same transaction, everybody registered after it. */
export async function cancelEvent(
  tx: Tx,
  actor: Actor,
  { kinds, ...input }: InputOf<(typeof operations)['cancelEvent']> & { kinds: EventKinds },
): Promise<EventFile> {
  const event = await lockFor(tx, actor, { eventId: input.eventId, act: 'cancel' })
  await takeStep(tx, { eventId: event.id, step: 'cancelled', reason: input.reason.trim(), takenBy: event.by })
  const tasks = ['events.to_review', 'events.returned']
  await endTasksAbout(tx, actor, { subjectIds: [event.id], kinds: tasks, outcome: 'overtaken' })
  if (event.state === 'published') {
    await endAdmission(tx, event.id, 'cancelled')
    await kinds.kindOf(event.kind).ended(tx, { id: event.id, state: 'cancelled' })
    await tellRegistered(tx, { eventId: event.id, what: 'cancelled' })
  }
  await audit(tx, actor, 'events.cancelled', subjectOf(event))
  return eventFile(tx, actor, { eventId: event.id, kinds })
}

/** Closes an event that is over; its programme is told in the same transaction. */
export async function closeEvent(tx: Tx, actor: Actor, { kinds, eventId }: Input): Promise<EventFile> {
  const event = await lockFor(tx, actor, { eventId, act: 'close' })
  await takeStep(tx, { eventId, step: 'closed', reason: null, takenBy: event.by })
  await endAdmission(tx, eventId, 'closed')
  await markNoShows(tx, event)
  await kinds.kindOf(event.kind).ended(tx, { id: eventId, state: 'closed' })
  await audit(tx, actor, 'events.closed', subjectOf(event))
  return eventFile(tx, actor, { eventId, kinds })
}

// What the programme keeps in relation to the times of the event moves with them.
async function moveOptions(
  tx: Tx,
  kinds: EventKinds,
  { event, startsAt }: { event: EventRow; startsAt: string },
): Promise<void> {
  const { options } = kinds.kindOf(event.kind)
  const written = await options?.of(tx, event.id)
  if (options === undefined || written == null) return
  const later = Date.parse(startsAt) - event.startsAt.getTime()
  await options.save(tx, event.id, options.moved(written as never, later) as never)
}

async function lockFor(
  tx: Tx,
  actor: Actor,
  { eventId, act }: { eventId: string; act: EventAct },
): Promise<EventRow & { by: string }> {
  const event = await lockEvent(tx, eventId)
  await mustReach(tx, { actor, permission: 'events.write' }, event.organisationId)
  if (actor.appointment === null) forbidden()
  if (!fits(act, phaseOf(event, await now(tx)))) conflict('events.step_not_now')
  return { ...event, by: actor.appointment.id }
}

function subjectOf(event: EventRow) {
  return { kind: 'event', id: event.id, organisationId: event.organisationId, params: {} }
}
