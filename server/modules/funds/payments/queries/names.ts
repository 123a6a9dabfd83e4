import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** What a person is called; 404 when there is none. */
export async function nameOfPerson(tx: Tx, personId: string): Promise<string> {
  const row = await tx
    .selectFrom('persons')
    .select('name')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return found(row).name
}
