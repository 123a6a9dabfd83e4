import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { familyOf, waits } from './transfer-store.ts'
import { keepTransferTasks } from './transfer-tasks.ts'

/**
 * Ends transfers that wait although the person does not belong to the union of today any more: the membership ended, moved otherwise, or
 * was taken back. Whoever changes memberships calls it with the persons, locked.
 */
export async function overtakeTransfers(tx: Tx, author: Author, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const { rows } = await sql<{ id: string; handshake_id: string }>`
    with family as (${familyOf(tx, personIds)})
    select distinct t.id, t.handshake_id from family
    join transfers t on t.tenant_id = ${tx.tenantId} and t.person_id = family.record_id
    where ${waits()} and not exists (
      select from family own join memberships m on m.tenant_id = ${tx.tenantId} and m.person_id = own.record_id
      where own.root_id = family.root_id and m.union_id = t.from_union_id and m.superseded_at is null
        and m.starts_on <= app_today() and (m.ends_before is null or app_today() < m.ends_before))`.execute(
    tx,
  )
  if (rows.length === 0) return
  // An acceptance that is just being written wins: then nothing was overtaken.
  await sql`
    insert into transfer_steps (tenant_id, transfer_id, person_id, step, by_side, recorded_by)
    select t.tenant_id, t.id, t.person_id, 'overtaken', 'system', ${author?.appointment?.id ?? null}::uuid from transfers t
    where t.tenant_id = ${tx.tenantId} and t.id = any(${rows.map((row) => row.id)}::uuid[]) on conflict do nothing`.execute(
    tx,
  )
  await keepTransferTasks(tx, author, {
    handshakeIds: [...new Set(rows.map((row) => row.handshake_id))],
    outcome: 'overtaken',
  })
}
