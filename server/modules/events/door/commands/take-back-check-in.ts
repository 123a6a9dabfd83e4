import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, notFound, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { lockEvent } from '../../store.ts'
import { mustRunEvent } from '../run-event.ts'
import { moveToCorrections } from '../store.ts'

/** Takes back a check-in that was entered by mistake, such as a mistyped badge number. Not once the event is closed. */
export async function takeBackCheckIn(
  tx: Tx,
  actor: Actor,
  input: { eventId: string; badgeNo: string; reason: string },
): Promise<Record<string, never>> {
  await mustRunEvent(tx, actor, input.eventId)
  const event = await lockEvent(tx, input.eventId)
  if (actor.appointment === null) forbidden()
  if (event.state !== 'published') refuse('events.door_closed')
  const moved = await moveToCorrections(tx, {
    id: newId(),
    eventId: event.id,
    badgeNo: Number(input.badgeNo),
    reason: input.reason.trim(),
    correctedBy: actor.appointment.id,
  })
  if (!moved) notFound()
  await audit(tx, actor, 'events.check_in_taken_back', {
    kind: 'event',
    id: event.id,
    organisationId: event.organisationId,
  })
  return {}
}
