import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Counts of places that differ from what the registrations say: of which event, by what, and both numbers. Nothing: all agree. */
export async function miscounts(
  tx: Tx,
): Promise<{ eventId: string; of: string; kept: number; counted: number }[]> {
  const { rows } = await sql<{ eventId: string; of: string; kept: number; counted: number }>`
    with holding as (
      select event_id, sex, union_id, age_band, first_timer from registrations where tenant_id = ${tx.tenantId} and state in ('admitted', 'offered')),
    counted as (
      select event_id, 'all' as of, count(*)::int as n from holding group by event_id
      union all select event_id, 'sex ' || sex, count(*)::int from holding group by event_id, sex
      union all select event_id, 'unit ' || union_id, count(*)::int from holding group by event_id, union_id
      union all select event_id, 'age_band ' || age_band, count(*)::int from holding group by event_id, age_band
      union all select event_id, 'first_timer yes', count(*)::int from holding where first_timer group by event_id),
    kept as (
      select event_id, 'all' as of, taken as n from event_places where tenant_id = ${tx.tenantId}
      union all select event_id, dimension || ' ' || value, taken from event_place_counts where tenant_id = ${tx.tenantId})
    select event_id as "eventId", of, coalesce(kept.n, 0) as kept, coalesce(counted.n, 0) as counted
    from kept full join counted using (event_id, of)
    where coalesce(kept.n, 0) <> coalesce(counted.n, 0) and event_id in (select event_id from event_places where tenant_id = ${tx.tenantId})
    order by event_id, of`.execute(tx)
  return rows
}
