import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A post given to a person, before it has an id. */
export interface NewAppointment {
  personId: string
  post: string
  organisationId: string
  fullTime: boolean
  basis: 'election' | 'document' | 'register'
  documentNo: string | null
  startsOn: string
  endsBefore: string | null
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
