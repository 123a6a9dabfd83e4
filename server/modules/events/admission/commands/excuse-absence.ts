import type { operations } from '#contract/events-admission.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { lastAbsence } from '../absence-store.ts'
import { lockPlaces } from '../places.ts'
import { mustRun } from '../policy.ts'
import { eventOfRegistration, insertSteps } from '../store.ts'
import { validReason } from './cancel.ts'

/** Excuses somebody who stayed away or cancelled late: they keep their turn. */
export async function excuseAbsence(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['excuseAbsence']>,
): Promise<Record<string, never>> {
  const eventId = await eventOfRegistration(tx, input.registrationId)
  await mustRun(tx, actor, eventId)
  const { event } = await lockPlaces(tx, eventId)
  const reason = await validReason(tx, actor.today, input.reason)
  const absence = await lastAbsence(tx, input.registrationId)
  if (absence === 'excused') return {}
  if (absence === null) refuse('events.no_absence')
  const takenBy = actor.appointment?.id ?? null
  await insertSteps(tx, [{ registrationId: input.registrationId, step: 'excused', reason, takenBy }])
  await audit(tx, actor, 'events.absence_excused', {
    kind: 'registration',
    id: input.registrationId,
    organisationId: event.organisationId,
    params: { reason },
  })
  return {}
}
