import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { mustRunEvent } from '../run-event.ts'
import { insertDevice, insertDoor } from '../store.ts'

/** Opens the scanning page of an event on a device, at a door of this name. */
export async function openScanDevice(
  tx: Tx,
  actor: Actor,
  input: { eventId: string; door: string },
): Promise<{ deviceId: string; door: string }> {
  const event = await mustRunEvent(tx, actor, input.eventId)
  if (actor.appointment === null) forbidden()
  if (event.state !== 'published') refuse('events.door_closed')
  const openedBy = actor.appointment.id
  const door = input.door.trim()
  const deviceId = newId()
  await insertDoor(tx, { eventId: event.id, name: door, openedBy })
  await insertDevice(tx, { id: deviceId, eventId: event.id, door, openedBy })
  await audit(tx, actor, 'events.scan_device_opened', {
    kind: 'event',
    id: event.id,
    organisationId: event.organisationId,
  })
  return { deviceId, door }
}
