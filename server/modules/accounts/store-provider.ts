import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** When the account was linked with the outside provider; null: it is not. */
export async function providerLinkOf(
  tx: Tx,
  accountId: string,
): Promise<{ id: string; subject_hash: Buffer; linked_at: Date } | null> {
  const row = await tx
    .selectFrom('provider_links')
    .select(['id', 'subject_hash', 'linked_at'])
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('unlinked_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** Links an account with somebody known to the provider; false when that person is linked already, in whatever tenant. */
export async function insertProviderLink(tx: Tx, accountId: string, subjectHash: Buffer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('provider_directory')
    .values({ subject_hash: subjectHash, tenant_id: tx.tenantId, account_id: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  await tx
    .insertInto('provider_links')
    .values({ tenant_id: tx.tenantId, id: newId(), account_id: accountId, subject_hash: subjectHash })
    .execute()
  return true
}

/** Takes the link of an account back; false when there is none. */
export async function removeProviderLink(tx: Tx, accountId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('provider_links')
    .set({ unlinked_at: sql<Date>`now()` })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('unlinked_at', 'is', null)
    .executeTakeFirst()
  await tx
    .deleteFrom('provider_directory')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .execute()
  return numUpdatedRows > 0n
}
