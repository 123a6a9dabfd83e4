import type { Tx } from '#server/platform/db/transaction.ts'
import { documentHash, type IdentityDocument } from '../secrets.ts'

/** Who holds this document in the tenant, wherever they are; null when nobody does. */
export async function personByDocument(
  tx: Tx,
  document: IdentityDocument,
): Promise<{ personId: string; name: string } | null> {
  const row = await tx
    .selectFrom('persons')
    .select(['id as personId', 'name'])
    .where('tenant_id', '=', tx.tenantId)
    .where('document_hash', '=', documentHash(tx, document))
    .executeTakeFirst()
  return row ?? null
}
