import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A place for a person, past the rules of admission. */
export async function insertRegistration(
  tx: Tx,
  registration: { eventId: string; unionId: string; personId: string },
): Promise<void> {
  await tx
    .insertInto('registrations')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      event_id: registration.eventId,
      person_id: registration.personId,
      union_id: registration.unionId,
      sex: 'female',
      age_band: '25-29',
      first_timer: true,
      state: 'admitted',
    })
    .execute()
}
