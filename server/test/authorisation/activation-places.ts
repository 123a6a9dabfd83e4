import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeAppointment } from '#server/test/makers.ts'

/** What stands at a place for requests about activation to aim at: none of it can be changed any more. */
export interface ActivationPlace {
  /** A printing without slips. */
  slipRunId: string
  /** An appointment of the member there, who has no account. */
  officerAppointmentId: string
  /** An invitation that has been revoked. */
  invitationId: string
}

/** The same of a place that does not exist. */
export const nowhereToActivate: ActivationPlace = {
  slipRunId: newId(),
  officerAppointmentId: newId(),
  invitationId: newId(),
}

/** Makes it for an organisation and a member there. */
export async function activationAt(
  tx: Tx,
  organisationId: string,
  memberId: string,
): Promise<ActivationPlace> {
  const [slipRunId, invitationId] = [newId(), newId()]
  const officerAppointmentId = await makeAppointment(tx, memberId, {
    post: 'judge',
    organisationId,
    startsOn: '2020-01-01',
    endsBefore: null,
  })
  await sql`insert into slip_runs (tenant_id, id, organisation_id, person_ids, expires_on)
    values (${tx.tenantId}, ${slipRunId}, ${organisationId}, '{}', '2099-01-01')`.execute(tx)
  await sql`insert into invitations (tenant_id, id, appointment_id, person_id, organisation_id, channel, expires_at)
    values (${tx.tenantId}, ${invitationId}, ${officerAppointmentId}, ${memberId}, ${organisationId}, 'print', now())`.execute(
    tx,
  )
  await sql`insert into invitation_endings (tenant_id, invitation_id, outcome)
    values (${tx.tenantId}, ${invitationId}, 'revoked')`.execute(tx)
  return { slipRunId, officerAppointmentId, invitationId }
}
