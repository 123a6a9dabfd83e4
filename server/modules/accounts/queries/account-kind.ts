import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { AccountKind } from '../rules/sign-in.ts'

/** What a person is to sign-in on a day: an administrator, another officer, or a worker without a post. */
export async function accountKindOf(tx: Tx, personId: string, day: string): Promise<AccountKind> {
  const { rows } = await sql<{ separation: string | null }>`
    select posts.separation from appointments a join posts on posts.code = a.post
    where a.tenant_id = ${tx.tenantId} and a.person_id = ${personId} and a.superseded_at is null
      and a.starts_on <= ${day}::date and (a.ends_before is null or ${day}::date < a.ends_before)`.execute(tx)
  if (rows.length === 0) return 'worker'
  return rows.some((row) => row.separation !== null) ? 'administrator' : 'officer'
}
