import type { operations } from '#contract/appointments.ts'
import type { InputOf } from '#contract/operation.ts'
import { endAppointment as end, lockAppointment } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { lockTenant } from '../lock-tenant.ts'
import { mustDecideOn } from '../policy.ts'

/** Ends an appointment within scope whose post one may give: on the day named, earlier than its term. The record before it stays. */
export async function endAppointment(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['endAppointment']>,
): Promise<{ appointmentId: string; annulled: boolean }> {
  await lockTenant(tx)
  const appointment = found(await lockAppointment(tx, input.appointmentId))
  await mustDecideOn(tx, actor, appointment)
  const { annulled } = await end(tx, actor, {
    appointment,
    end: { endsBefore: input.endsBefore, reason: input.reason, documentNo: input.documentNo ?? null },
  })
  return { appointmentId: appointment.id, annulled }
}
