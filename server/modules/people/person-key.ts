import { unwrapKey, type PersonKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** The key of a person, under which other modules keep what must be gone with the person. 404 when it was destroyed. */
export async function keyOfPerson(tx: Tx, personId: string): Promise<PersonKey> {
  const row = found(
    await tx
      .selectFrom('person_keys')
      .select(['wrapped_key', 'master_key_id'])
      .where('tenant_id', '=', tx.tenantId)
      .where('person_id', '=', personId)
      .executeTakeFirst(),
  )
  return unwrapKey(tx.keys, row.wrapped_key, row.master_key_id)
}
