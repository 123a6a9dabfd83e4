import type { EventFile } from '#contract/events.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { createTask, endTasksAbout } from '#server/modules/inbox/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays, now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, refuse } from '#server/platform/errors.ts'
import { openAdmission } from '../../admission/lifecycle.ts'
import { phaseOf } from '../../rules.ts'
import { lockEvent, type EventRow } from '../../store.ts'
import type { EventKinds } from '../kinds.ts'
import { eventFile } from '../queries/event-file.ts'
import { publisherOf } from '../queries/publisher.ts'
import { fits, type EventAct } from '../rules.ts'
import { takeStep } from '../store.ts'

type Input = { eventId: string; kinds: EventKinds }

/** Submits a draft to the nearest level, its own included, where somebody may publish; that level finds a task. */
export async function submitEvent(tx: Tx, actor: Actor, input: Input): Promise<EventFile> {
  const event = await lockFor(tx, actor, { ...input, act: 'submit', permission: 'events.write' })
  const publisher = await publisherOf(tx, event.organisationId)
  if (publisher === null) refuse('events.nobody_publishes')
  const { value: days } = await ruleFor<number>(tx, 'events.review_days', actor.today)
  await takeStep(tx, { eventId: event.id, step: 'submitted', reason: null, takenBy: event.by })
  await endTasksAbout(tx, actor, { subjectIds: [event.id], kinds: ['events.returned'], outcome: 'done' })
  await createTask(tx, actor, {
    kind: 'events.to_review',
    organisationId: publisher,
    permission: 'events.publish',
    subjectId: event.id,
    params: {},
    dueOn: addDays(actor.today, days),
  })
  await audit(tx, actor, 'events.submitted', subjectOf(event))
  return eventFile(tx, actor, input)
}

/** Sends a submitted draft back; its office finds a task with the reason. */
export async function returnEvent(
  tx: Tx,
  actor: Actor,
  input: Input & { reason: string },
): Promise<EventFile> {
  const event = await lockFor(tx, actor, { ...input, act: 'return', permission: 'events.publish' })
  await takeStep(tx, { eventId: event.id, step: 'returned', reason: input.reason.trim(), takenBy: event.by })
  await endTasksAbout(tx, actor, { subjectIds: [event.id], kinds: ['events.to_review'], outcome: 'done' })
  await createTask(tx, actor, {
    kind: 'events.returned',
    organisationId: event.organisationId,
    permission: 'events.write',
    subjectId: event.id,
    params: {},
    dueOn: null,
  })
  await audit(tx, actor, 'events.returned', subjectOf(event))
  return eventFile(tx, actor, input)
}

/**
 * Publishes a draft, submitted or not: workers find it from now on. Whoever may publish may publish what they drafted themselves; the
 * log says so by an action of its own. Refused once registration would be over.
 */
export async function publishEvent(tx: Tx, actor: Actor, input: Input): Promise<EventFile> {
  const event = await lockFor(tx, actor, { ...input, act: 'publish', permission: 'events.publish' })
  if (event.registrationClosesAt <= (await now(tx))) refuse('events.registration_over')
  await takeStep(tx, { eventId: event.id, step: 'published', reason: null, takenBy: event.by })
  await openAdmission(tx, event.id)
  const kinds = ['events.to_review', 'events.returned']
  await endTasksAbout(tx, actor, { subjectIds: [event.id], kinds, outcome: 'done' })
  if (event.createdBy === event.by) await audit(tx, actor, 'events.published_own', subjectOf(event))
  else await audit(tx, actor, 'events.published', subjectOf(event))
  return eventFile(tx, actor, input)
}

async function lockFor(
  tx: Tx,
  actor: Actor,
  { eventId, act, permission }: Input & { act: EventAct; permission: 'events.write' | 'events.publish' },
): Promise<EventRow & { by: string }> {
  const event = await lockEvent(tx, eventId)
  await mustReach(tx, { actor, permission }, event.organisationId)
  if (actor.appointment === null) forbidden()
  if (!fits(act, phaseOf(event, await now(tx)))) conflict('events.step_not_now')
  return { ...event, by: actor.appointment.id }
}

function subjectOf(event: EventRow) {
  return { kind: 'event', id: event.id, organisationId: event.organisationId, params: {} }
}
