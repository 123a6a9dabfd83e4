import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { findAppointment } from '../store.ts'
import { appointmentsOf } from './actor.ts'
import { grantsOfAppointment } from './appointment-grants.ts'

/** The actor somebody would be when working as the appointment today; with no powers when it does not hold. */
export async function actorOfAppointment(tx: Tx, asker: Actor, appointmentId: string): Promise<Actor> {
  const row = found(await findAppointment(tx, appointmentId))
  const held = await appointmentsOf(tx, row.personId, asker.today)
  const appointment = held.find((each) => each.id === appointmentId) ?? null
  return {
    ...asker,
    personId: row.personId,
    appointment,
    grants: appointment === null ? [] : await grantsOfAppointment(tx, appointment, asker.today),
  }
}
