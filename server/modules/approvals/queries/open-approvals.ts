import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Which of these requests are not over: they wait for a signature, or were sent back to whoever asked. */
export async function openApprovalsAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select a.id from approvals a cross join lateral (
      select act, waits_for from approval_acts acts where acts.tenant_id = a.tenant_id and acts.approval_id = a.id
      order by number desc limit 1) last
    where a.tenant_id = ${tx.tenantId} and a.id = any(${ids}::uuid[]) and (last.waits_for is not null or last.act = 'returned')`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}
