import { sql } from 'kysely'
import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import {
  insertAnnulment,
  insertEnd,
  raiseAccessVersion,
  type AppointmentEnd,
  type AppointmentRow,
} from '../store.ts'

/**
 * Ends a locked appointment from a day on. Sessions and tokens that work as it have no powers from that day, whatever it passed on stops
 * with it. One that began no earlier than that day never held: it is annulled. It never gets longer by this.
 */
export async function endAppointment(
  tx: Tx,
  author: Author,
  { appointment, end }: { appointment: AppointmentRow; end: AppointmentEnd },
): Promise<{ annulled: boolean }> {
  if (appointment.endsBefore !== null && end.endsBefore >= appointment.endsBefore)
    refuse('access.not_shorter', { endsBefore: appointment.endsBefore })
  await raiseAccessVersion(tx)
  await mustLeaveAnother(tx, appointment, end.endsBefore)
  const annulled = end.endsBefore <= appointment.startsOn
  const subject = {
    kind: 'appointment',
    id: appointment.id,
    organisationId: appointment.organisationId,
    params: { post: appointment.post, endsBefore: end.endsBefore, reason: end.reason },
  }
  if (annulled) {
    await insertAnnulment(tx, author, { appointmentId: appointment.id, reason: end.reason })
    await audit(tx, author, 'access.appointment_annulled', subject)
  } else {
    await insertEnd(tx, author, { appointmentId: appointment.id, end })
    await audit(tx, author, 'access.appointment_ended', subject)
  }
  return { annulled }
}

/** Ends every appointment at organisations that exist no longer from a day on; returns how many. Call it in the transaction that ends them. */
export async function endAppointmentsAt(
  tx: Tx,
  author: Author,
  ended: { organisationIds: readonly string[]; on: string },
): Promise<number> {
  const { rows } = await sql<AppointmentRow>`
    select appointment_id as id, person_id as "personId", post, organisation_id as "organisationId", full_time as "fullTime", basis,
      document_no as "documentNo", starts_on as "startsOn", ends_before as "endsBefore", end_reason as "endReason", substitutes_id as "substitutesId"
    from appointments
    where tenant_id = ${tx.tenantId} and organisation_id = any(${ended.organisationIds}::uuid[]) and superseded_at is null
      and (ends_before is null or ends_before > ${ended.on}::date)
    order by appointment_id for update`.execute(tx)
  for (const appointment of rows) {
    const end = { endsBefore: ended.on, reason: 'organisation_ended', documentNo: null }
    await endAppointment(tx, author, { appointment, end })
  }
  return rows.length
}

// Without one of the three administrators nobody could ever appoint the next.
async function mustLeaveAnother(tx: Tx, appointment: AppointmentRow, day: string): Promise<void> {
  const { rows } = await sql<{ alone: boolean }>`
    select posts.separation is not null and not exists (
      select from appointments other where other.tenant_id = ${tx.tenantId} and other.post = posts.code and other.superseded_at is null
        and other.appointment_id <> ${appointment.id} and other.substitutes_id is null
        and other.starts_on <= ${day}::date and (other.ends_before is null or ${day}::date < other.ends_before)) as alone
    from posts where posts.code = ${appointment.post}`.execute(tx)
  if (rows[0]?.alone === true && appointment.substitutesId === null)
    refuse('access.last_administrator', { post: appointment.post })
}
