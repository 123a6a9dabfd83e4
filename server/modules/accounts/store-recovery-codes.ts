import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Uses a recovery code up; false when the account has no such code left. */
export async function useRecoveryCode(tx: Tx, accountId: string, codeHash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: sql<Date>`now()` })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives an account new recovery codes; those before them stop working. */
export async function replaceRecoveryCodes(
  tx: Tx,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await dropRecoveryCodes(tx, accountId)
  await tx
    .insertInto('recovery_codes')
    .values(
      hashes.map((hash) => ({
        tenant_id: tx.tenantId,
        id: newId(),
        account_id: accountId,
        code_hash: hash,
      })),
    )
    .execute()
}

/** Ends the recovery codes of an account that are left. */
export async function dropRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  await tx
    .updateTable('recovery_codes')
    .set({ superseded_at: sql<Date>`now()` })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('superseded_at', 'is', null)
    .execute()
}

/** How many recovery codes an account has left. */
export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  const row = await tx
    .selectFrom('recovery_codes')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('superseded_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}
