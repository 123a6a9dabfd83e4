import { openText, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** The mobile on a person's file in clear, for sending only; null where there is none. */
export async function ownMobile(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('persons as p')
    .innerJoin('person_keys as k', (join) =>
      join.onRef('k.tenant_id', '=', 'p.tenant_id').onRef('k.person_id', '=', 'p.id'),
    )
    .select(['p.mobile_cipher', 'k.wrapped_key', 'k.master_key_id'])
    .where('p.tenant_id', '=', tx.tenantId)
    .where('p.id', '=', personId)
    .executeTakeFirst()
  if (row === undefined || row.mobile_cipher === null) return null
  return openText(unwrapKey(tx.keys, row.wrapped_key, row.master_key_id), row.mobile_cipher)
}
