import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Keeps where a post came from. */
export async function insertOrigin(
  tx: Tx,
  origin: { appointmentId: string; talentId: string; electionId: string | null },
): Promise<void> {
  await sql`insert into commissioner_origins (tenant_id, appointment_id, talent_id, election_id)
    values (${tx.tenantId}, ${origin.appointmentId}, ${origin.talentId}, ${origin.electionId})`.execute(tx)
}

/** Keeps that a point of the hand-over list is done today; false when it had been. */
export async function insertHandOverPoint(
  tx: Tx,
  done: { appointmentId: string; point: string; note: string | null; recordedBy: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into commissioner_hand_overs (tenant_id, appointment_id, point, done_on, note, recorded_by)
    values (${tx.tenantId}, ${done.appointmentId}, ${done.point}, app_today(), ${done.note}, ${done.recordedBy})
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows) === 1
}
