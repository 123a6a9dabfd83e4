import type { Tx } from '#server/platform/db/transaction.ts'
import type { MadeInterest } from './become-mutual.ts'

/** Writes mutual interests. */
export async function insertInterests(tx: Tx, interests: readonly MadeInterest[]): Promise<void> {
  await tx
    .insertInto('mutual_interests')
    .values(
      interests.map(({ id, persons: [personA, personB], organisationId, occasion }) => ({
        tenant_id: tx.tenantId,
        id,
        person_a: personA,
        person_b: personB,
        event_id: 'eventId' in occasion ? occasion.eventId : null,
        introduction_id: 'introductionId' in occasion ? occasion.introductionId : null,
        organisation_id: organisationId,
      })),
    )
    .execute()
}
