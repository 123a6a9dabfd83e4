import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makePerson } from '#server/test/makers.ts'

/** A registration of a new person, past the rules of admission; returns the person. */
export async function insertRegistration(
  tx: Tx,
  registration: { eventId: string; unionId: string; state: 'admitted' | 'waiting' | 'cancelled' },
): Promise<string> {
  const personId = await makePerson(tx, { name: '林测试' })
  await tx
    .insertInto('registrations')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      event_id: registration.eventId,
      person_id: personId,
      union_id: registration.unionId,
      sex: 'female',
      age_band: '25-29',
      first_timer: true,
      state: registration.state,
    })
    .execute()
  return personId
}
