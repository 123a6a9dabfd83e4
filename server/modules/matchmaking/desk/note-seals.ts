import { openText, sealText, unwrapKey, type PersonKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Seals a text under somebody's own key; null where it was destroyed. */
export async function sealUnderPerson(tx: Tx, personId: string, text: string): Promise<Buffer | null> {
  const key = await keyOf(tx, personId)
  return key === null ? null : sealText(key, text)
}

/** Opens texts sealed under somebody's own key; each is null where it was destroyed. */
export async function openUnderPerson(
  tx: Tx,
  personId: string,
  ciphers: readonly Buffer[],
): Promise<(string | null)[]> {
  const key = await keyOf(tx, personId)
  return ciphers.map((cipher) => (key === null ? null : openText(key, cipher)))
}

async function keyOf(tx: Tx, personId: string): Promise<PersonKey | null> {
  const row = await tx
    .selectFrom('person_keys')
    .select(['wrapped_key', 'master_key_id'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row === undefined ? null : unwrapKey(tx.keys, row.wrapped_key, row.master_key_id)
}
