import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** `first`: made by somebody else and told once; `own`: chosen by the person. */
export type PasswordOrigin = 'first' | 'own'

/** The newest change of an account's password, or null where it was never noted (opened before such notes were taken). */
export async function newestPasswordChange(
  tx: Tx,
  accountId: string,
): Promise<{ origin: PasswordOrigin; ageDays: number } | null> {
  const row = await tx
    .selectFrom('password_changes')
    .select([
      'origin',
      sql<number>`floor(extract(epoch from now() - changed_at) / 86400)::int`.as('age_days'),
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { origin: row.origin as PasswordOrigin, ageDays: row.age_days }
}

/** Hashes of the password in use and of those before it, the newest first: at least the one in use. */
export async function previousPasswords(tx: Tx, accountId: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ password_hash: string }>`
    select password_hash from accounts where tenant_id = ${tx.tenantId} and id = ${accountId}
    union
    (select password_hash from password_changes where tenant_id = ${tx.tenantId} and account_id = ${accountId} and password_hash is not null
      order by changed_at desc, id desc limit ${count})`.execute(tx)
  return rows.map((row) => row.password_hash)
}

/** Notes that an account has a new password, and whose. */
export async function insertPasswordChange(
  tx: Tx,
  change: {
    accountId: string
    origin: PasswordOrigin
    passwordHash: string
    changedBy: string | null
  },
): Promise<void> {
  await tx
    .insertInto('password_changes')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      account_id: change.accountId,
      origin: change.origin,
      password_hash: change.passwordHash,
      changed_by: change.changedBy,
      // Not the transaction's time: two changes in one have an order.
      changed_at: sql<Date>`clock_timestamp()`,
    })
    .execute()
}

/** Forgets the hashes of passwords older than the newest `count`: nothing refuses them any more. */
export async function forgetOldPasswords(tx: Tx, accountId: string, count: number): Promise<void> {
  await sql`update password_changes set password_hash = null
    where tenant_id = ${tx.tenantId} and account_id = ${accountId} and password_hash is not null and id not in (
      select id from password_changes where tenant_id = ${tx.tenantId} and account_id = ${accountId}
      order by changed_at desc, id desc limit ${count})`.execute(tx)
}

/** Exchanges the password of an account. */
export async function setPassword(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ password_hash: passwordHash })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .execute()
}
