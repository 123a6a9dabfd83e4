import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Of these unions, those whose members an event is for: the unions that its host, or one that hosts it too, leads today. */
export async function unionsInvited(
  tx: Tx,
  event: { id: string; organisationId: string },
  unionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct t.descendant_id as id from organisation_tree t
    where t.tenant_id = ${tx.tenantId} and t.descendant_id = any(${unionIds}::uuid[])
      and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before)
      and (t.ancestor_id = ${event.organisationId} or t.ancestor_id in (
        select h.organisation_id from event_hosts h where h.tenant_id = ${tx.tenantId} and h.event_id = ${event.id}))`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}
