import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** The nearest organisation from this one upwards where a post of today may publish events; null when there is none. */
export async function publisherOf(tx: Tx, organisationId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select t.ancestor_id as id from organisation_tree t
    where t.tenant_id = ${tx.tenantId} and t.descendant_id = ${organisationId}
      and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before)
      and exists (select from appointments a join post_grants g on g.post = a.post and g.permission = 'events.publish'
        and g.starts_on <= app_today() and (g.ends_before is null or app_today() < g.ends_before)
        where a.tenant_id = t.tenant_id and a.organisation_id = t.ancestor_id and a.superseded_at is null
          and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before))
    order by t.depth limit 1`.execute(tx)
  return rows[0]?.id ?? null
}
