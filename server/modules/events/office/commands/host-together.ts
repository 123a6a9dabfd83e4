import { mustReach, placeOf } from '#server/modules/access/index.ts'
import { createTask, endTasksAbout } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, found, invalid } from '#server/platform/errors.ts'
import { phaseOf } from '../../rules.ts'
import { lockEvent, type EventRow } from '../../store.ts'
import { addHost, findInvitation, insertAnswer, insertInvitation, isHostOrAsked } from '../host-store.ts'

/** Asks a union anywhere in the tenant to host the event together; its office finds a task. Until it accepts it sees nothing but the invitation. */
export async function inviteHost(
  tx: Tx,
  actor: Actor,
  input: { eventId: string; organisationId: string },
): Promise<Record<string, never>> {
  const event = await lockEvent(tx, input.eventId)
  await mustReach(tx, { actor, permission: 'events.write' }, event.organisationId)
  if (actor.appointment === null) forbidden()
  await mustBeAhead(tx, event)
  if ((await placeOf(tx, input.organisationId, actor.today)) === null)
    invalid([{ path: 'organisationId', code: 'events.host_unknown' }])
  if (await isHostOrAsked(tx, event.id, input.organisationId)) conflict('events.host_asked')
  const id = await insertInvitation(tx, { ...input, invitedBy: actor.appointment.id })
  await createTask(tx, actor, {
    kind: 'events.host_invited',
    organisationId: input.organisationId,
    permission: 'events.write',
    subjectId: id,
    params: {},
    dueOn: null,
  })
  await audit(tx, actor, 'events.host_invited', subjectOf(event))
  return {}
}

/** Accepts or declines; accepted, the officers of the union see and run the event too. */
export async function answerHostInvitation(
  tx: Tx,
  actor: Actor,
  input: { invitationId: string; answer: 'accepted' | 'declined' },
): Promise<Record<string, never>> {
  const invitation = found(await findInvitation(tx, input.invitationId))
  await mustReach(tx, { actor, permission: 'events.write' }, invitation.organisationId)
  if (actor.appointment === null) forbidden()
  // Two officers of the invited union answer one after the other: the second finds the answer of the first.
  const event = await lockEvent(tx, invitation.eventId)
  if ((await findInvitation(tx, invitation.id))?.answer != null) conflict('events.host_answered')
  if (input.answer === 'accepted') {
    await mustBeAhead(tx, event)
    await addHost(tx, event.id, invitation.organisationId)
  }
  await insertAnswer(tx, {
    invitationId: invitation.id,
    answer: input.answer,
    answeredBy: actor.appointment.id,
  })
  await endTasksAbout(tx, actor, {
    subjectIds: [invitation.id],
    kinds: ['events.host_invited'],
    outcome: 'done',
  })
  if (input.answer === 'accepted') await audit(tx, actor, 'events.host_accepted', subjectOf(event))
  else await audit(tx, actor, 'events.host_declined', subjectOf(event))
  return {}
}

async function mustBeAhead(tx: Tx, event: EventRow): Promise<void> {
  const phase = phaseOf(event, await now(tx))
  if (phase === 'running' || phase === 'over' || phase === 'closed' || phase === 'cancelled')
    conflict('events.step_not_now')
}

function subjectOf(event: EventRow) {
  return { kind: 'event', id: event.id, organisationId: event.organisationId, params: {} }
}
