import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Act } from './rules.ts'

/** A complaint as commands need it, locked, with what has happened to it. */
export interface ComplaintHead {
  id: string
  aboutOrganisationId: string
  aboutAppointmentId: string | null
  handlerOrganisationId: string
  filerId: string | null
  sealedFiler: Buffer | null
  filerHash: Buffer
  acts: Act[]
  taskId: string | null
}

/** Writes a new complaint. */
export async function insertComplaint(
  tx: Tx,
  complaint: Omit<ComplaintHead, 'acts' | 'taskId'> & {
    receiptNo: string
    subject: string
    sealedText: Buffer
  },
): Promise<void> {
  await tx
    .insertInto('complaints')
    .values({
      tenant_id: tx.tenantId,
      id: complaint.id,
      receipt_no: complaint.receiptNo,
      subject: complaint.subject,
      about_organisation_id: complaint.aboutOrganisationId,
      about_appointment_id: complaint.aboutAppointmentId,
      handler_organisation_id: complaint.handlerOrganisationId,
      filer_id: complaint.filerId,
      sealed_filer: complaint.sealedFiler,
      filer_hash: complaint.filerHash,
      sealed_text: complaint.sealedText,
    })
    .execute()
}

/** Writes the next thing that happened to a complaint. */
export async function insertComplaintAct(
  tx: Tx,
  complaint: ComplaintHead,
  act: {
    act: Act
    dueOn: string | null
    appointmentId: string | null
    sealedText: Buffer | null
    taskId: string | null
  },
): Promise<void> {
  await tx
    .insertInto('complaint_acts')
    .values({
      tenant_id: tx.tenantId,
      complaint_id: complaint.id,
      number: complaint.acts.length + 1,
      act: act.act,
      handler_organisation_id: complaint.handlerOrganisationId,
      due_on: act.dueOn,
      appointment_id: act.appointmentId,
      filer_hash: complaint.filerHash,
      sealed_text: act.sealedText,
      task_id: act.taskId,
    })
    .execute()
}

/** Lays a complaint at another level. */
export async function setHandler(tx: Tx, complaintId: string, organisationId: string): Promise<void> {
  await tx
    .updateTable('complaints')
    .set({ handler_organisation_id: organisationId })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', complaintId)
    .execute()
}

/** The complaint, locked; undefined when it is not there. */
export async function lockComplaint(tx: Tx, complaintId: string): Promise<ComplaintHead | undefined> {
  const row = await tx
    .selectFrom('complaints')
    .select([
      'id',
      'about_organisation_id as aboutOrganisationId',
      'about_appointment_id as aboutAppointmentId',
      'handler_organisation_id as handlerOrganisationId',
      'filer_id as filerId',
      'sealed_filer as sealedFiler',
      'filer_hash as filerHash',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', complaintId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { rows } = await sql<{ act: Act; taskId: string | null }>`
    select act, task_id as "taskId" from complaint_acts where tenant_id = ${tx.tenantId} and complaint_id = ${complaintId} order by number`.execute(
    tx,
  )
  return {
    ...row,
    acts: rows.map((each) => each.act),
    taskId: rows.findLast((each) => each.taskId !== null)?.taskId ?? null,
  }
}
