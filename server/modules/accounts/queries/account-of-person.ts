import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { factorsOf } from '../second-factor.ts'
import { lockAccount } from '../store.ts'

/** The account of a real person, whichever of their merged records it stands on; an open one goes before a closed one. Null when there is none. */
export async function accountOfPerson(
  tx: Tx,
  recordIds: readonly string[],
): Promise<{ accountId: string; personId: string; closed: boolean } | null> {
  const { rows } = await sql<{ accountId: string; personId: string; closed: boolean }>`
    select a.id as "accountId", a.person_id as "personId", c.account_id is not null as closed from accounts a
    left join account_closures c on c.tenant_id = a.tenant_id and c.account_id = a.id
    where a.tenant_id = ${tx.tenantId} and a.person_id = any(${recordIds}::uuid[])
    order by closed, a.created_at limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Whether signing in to an open account asks for more than the password. */
export async function hasSecondFactor(tx: Tx, accountId: string): Promise<boolean> {
  const factors = await factorsOf(tx, found(await lockAccount(tx, accountId)))
  return factors.totp || factors.passkey
}
