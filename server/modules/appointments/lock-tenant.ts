import type { Tx } from '#server/platform/db/transaction.ts'

/** Changes of powers wait for each other: whoever comes second sees what the first one did before it judges. */
export async function lockTenant(tx: Tx): Promise<void> {
  await tx.selectFrom('tenants').select('id').where('id', '=', tx.tenantId).forUpdate().execute()
}
