import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Notes that counters of failed sign-ins belong to an account, so that its administrator can see and forget them. */
export async function ownCounters(tx: Tx, accountId: string, keys: readonly Buffer[]): Promise<void> {
  await sql`update limits set tenant_id = ${tx.tenantId}, account_id = ${accountId}
    where key_hash = any(${keys}::bytea[]) and account_id is null`.execute(tx)
}

/** Forgets the failures counted for an account; returns how many counters had shut it. */
export async function forgetFailures(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ shut: boolean }>`
    delete from limits where tenant_id = ${tx.tenantId} and account_id = ${accountId}
    returning coalesce(blocked_until > now(), false) as shut`.execute(tx)
  return rows.filter((row) => row.shut).length
}

/** A closure as it was. */
export interface Closure {
  closed_at: Date
  closed_by: string | null
  reason: string | null
  erased: boolean
}

/** Takes an account's closure away and returns it; undefined when it is not closed. */
export async function deleteClosure(tx: Tx, accountId: string): Promise<Closure | undefined> {
  const { rows } = await sql<Closure>`
    delete from account_closures c where c.tenant_id = ${tx.tenantId} and c.account_id = ${accountId}
    returning c.closed_at, c.closed_by, c.reason, not exists (
      select from accounts a join person_keys k on k.tenant_id = a.tenant_id and k.person_id = a.person_id
      where a.tenant_id = c.tenant_id and a.id = c.account_id) as erased`.execute(tx)
  return rows[0]
}

/** Notes that a closed account was opened again, with what its closure said. */
export async function insertReopening(
  tx: Tx,
  author: Author,
  { accountId, reason, closure }: { accountId: string; reason: string; closure: Closure },
): Promise<void> {
  await tx
    .insertInto('account_reopenings')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      account_id: accountId,
      reason,
      closed_at: closure.closed_at,
      closed_by: closure.closed_by,
      closing_reason: closure.reason,
      reopened_by: author?.accountId ?? null,
    })
    .execute()
}
