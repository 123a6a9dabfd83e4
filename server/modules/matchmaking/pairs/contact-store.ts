import { sql } from 'kysely'
import type { ContactField } from '#contract/matchmaking-pairs.ts'
import { unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'

/** One field that somebody lets the other of a pair see, sealed under their own key. */
export interface Released {
  interestId: string
  field: ContactField
  value: Buffer
}

/** The key contacts of somebody are sealed under: their own. */
export async function ownKey(tx: Tx, personId: string): Promise<Buffer> {
  const row = await tx
    .selectFrom('person_keys')
    .select(['wrapped_key', 'master_key_id'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const { wrapped_key, master_key_id } = found(row)
  return unwrapKey(tx.keys, wrapped_key, master_key_id)
}

/** What somebody lets others see today, by pair. */
export async function releasedBy(tx: Tx, personId: string): Promise<Released[]> {
  const { rows } = await sql<Released>`
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
