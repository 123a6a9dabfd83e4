import { sql } from 'kysely'
import type { ContactField } from '#contract/matchmaking-pairs.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What somebody lets others see today, by pair. */
export async function releasedBy(
  tx: Tx,
  personId: string,
): Promise<{ interestId: string; field: ContactField; value: Buffer }[]> {
  const { rows } = await sql<{ interestId: string; field: ContactField; value: Buffer }>`
    select interest_id as "interestId", field, value_cipher as value from contact_releases
    where tenant_id = ${tx.tenantId} and person_id = ${personId} and revoked_at is null order by released_at, id`.execute(
    tx,
  )
  return rows
}

/** Lets the other of a pair see one field. */
export async function insertRelease(
  tx: Tx,
  release: { interestId: string; personId: string; field: ContactField; value: Buffer },
): Promise<void> {
  await tx
    .insertInto('contact_releases')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      interest_id: release.interestId,
      person_id: release.personId,
      field: release.field,
      value_cipher: release.value,
    })
    .execute()
}

/** Takes one field back: that it was shown stays on record, the value does not. */
export async function revokeRelease(
  tx: Tx,
  release: { interestId: string; personId: string; field: ContactField },
): Promise<void> {
  await sql`
    update contact_releases set revoked_at = now(), value_cipher = ''::bytea where tenant_id = ${tx.tenantId}
      and interest_id = ${release.interestId} and person_id = ${release.personId} and field = ${release.field} and revoked_at is null`.execute(
    tx,
  )
}
