import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A post given to a person, before it has an id. */
export interface NewAppointment {
  personId: string
  post: string
  organisationId: string
  fullTime: boolean
  basis: 'election' | 'document' | 'register' | 'substitution'
  documentNo: string | null
  startsOn: string
  endsBefore: string | null
  /** The appointment it stands in for; null for every other basis. */
  substitutesId: string | null
}

/** An appointment as it is recorded now. */
export interface AppointmentRow extends NewAppointment {
  id: string
  endReason: string | null
}

/** The present version of an appointment, locked against a change at the same moment; null when there is none, or it was annulled. */
export async function lockAppointment(tx: Tx, appointmentId: string): Promise<AppointmentRow | null> {
  const row = await presentVersion(tx, appointmentId).forUpdate().executeTakeFirst()
  return (row as AppointmentRow | undefined) ?? null
}

/** The present version of an appointment, or null. */
export async function findAppointment(tx: Tx, appointmentId: string): Promise<AppointmentRow | null> {
  const row = await presentVersion(tx, appointmentId).executeTakeFirst()
  return (row as AppointmentRow | undefined) ?? null
}

function presentVersion(tx: Tx, appointmentId: string) {
  return tx
    .selectFrom('appointments')
    .select([
      'appointment_id as id',
      'person_id as personId',
      'post',
      'organisation_id as organisationId',
      'full_time as fullTime',
      'basis',
      'document_no as documentNo',
      'starts_on as startsOn',
      'ends_before as endsBefore',
      'end_reason as endReason',
      'substitutes_id as substitutesId',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('appointment_id', '=', appointmentId)
    .where('superseded_at', 'is', null)
}

/** What ends an appointment: the first day it no longer holds, why, and by which document. */
export interface AppointmentEnd {
  endsBefore: string
  reason: string
  documentNo: string | null
}

/** Supersedes the present version by one that ends earlier. The record of what was believed before stays. */
export async function insertEnd(
  tx: Tx,
  author: Author,
  { appointmentId, end }: { appointmentId: string; end: AppointmentEnd },
): Promise<void> {
  await sql`
    with before as (
      update appointments set superseded_at = clock_timestamp()
      where tenant_id = ${tx.tenantId} and appointment_id = ${appointmentId} and superseded_at is null returning *)
    insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, document_no, starts_on, ends_before,
      end_reason, end_document_no, substitutes_id, import_id, recorded_at, recorded_by)
    select tenant_id, ${newId()}::uuid, appointment_id, person_id, post, organisation_id, full_time, basis, document_no, starts_on, ${end.endsBefore}::date,
      ${end.reason}, ${end.documentNo}, substitutes_id, import_id, superseded_at, ${author?.appointment?.id ?? null}::uuid
    from before`.execute(tx)
}

/** Supersedes the present version by none: the appointment never held. */
export async function insertAnnulment(
  tx: Tx,
  author: Author,
  annulled: { appointmentId: string; reason: string },
): Promise<void> {
  await sql`
    with before as (
      update appointments set superseded_at = clock_timestamp()
      where tenant_id = ${tx.tenantId} and appointment_id = ${annulled.appointmentId} and superseded_at is null returning *)
    insert into appointment_annulments (tenant_id, appointment_id, reason, annulled_by)
    select tenant_id, appointment_id, ${annulled.reason}, ${author?.appointment?.id ?? null}::uuid from before`.execute(
    tx,
  )
}

/** Adds the first version of an appointment; returns the appointment's id. */
export async function insertAppointment(
  tx: Tx,
  author: Author,
  appointment: NewAppointment,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('appointments')
    .values({
      tenant_id: tx.tenantId,
      id,
      appointment_id: id,
      person_id: appointment.personId,
      post: appointment.post,
      organisation_id: appointment.organisationId,
      full_time: appointment.fullTime,
      basis: appointment.basis,
      document_no: appointment.documentNo,
      starts_on: appointment.startsOn,
      ends_before: appointment.endsBefore,
      substitutes_id: appointment.substitutesId,
      recorded_by: author?.appointment?.id ?? null,
    })
    .execute()
  return id
}

/** Has every remembered actor of the tenant worked out anew. Also lets changes of powers wait for each other. */
export async function raiseAccessVersion(tx: Tx): Promise<void> {
  await tx
    .updateTable('tenants')
    .set(({ eb }) => ({ access_version: eb('access_version', '+', 1) }))
    .where('id', '=', tx.tenantId)
    .execute()
}
