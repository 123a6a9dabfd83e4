import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** The root record of whoever is signed in, and all records that count as theirs. */
export async function selfOf(tx: Tx, actor: Actor): Promise<{ personId: string; recordIds: string[] }> {
  return found(await personRecords(tx, actor.personId))
}

/** A person's own key, in clear for the length of a request. Not there once they were erased. */
export async function keyOf(tx: Tx, personId: string): Promise<Buffer> {
  const row = await tx
    .selectFrom('person_keys')
    .select(['wrapped_key as wrappedKey', 'master_key_id as masterKeyId'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const { wrappedKey, masterKeyId } = found(row)
  return unwrapKey(tx.keys, wrappedKey, masterKeyId)
}
