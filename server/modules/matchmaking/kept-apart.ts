import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Pairs of these persons one of whom has blocked the other. */
export async function keptApart(
  tx: Tx,
  personIds: readonly string[],
): Promise<(readonly [string, string])[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    select b.person_id as one, b.blocked_person_id as other from blocks b
    where b.tenant_id = ${tx.tenantId} and b.ended_at is null
      and b.person_id = any(${personIds}::uuid[]) and b.blocked_person_id = any(${personIds}::uuid[])`.execute(
    tx,
  )
  return rows.map(({ one, other }) => [one, other])
}
