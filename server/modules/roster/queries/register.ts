import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { RegisterEntry } from '../rules/register.ts'

/**
 * The register a roster is judged against: every employer of the tenant with its former names, and the unions at or below the
 * organisation that imports. A union outside counts as unknown: nobody brings members into it from here.
 */
export async function rosterRegister(tx: Tx, organisationId: string): Promise<RegisterEntry[]> {
  const { rows } = await sql<RegisterEntry>`
    with current_profile as (
      select o.id, o.kind, p.name, p.uscc from organisations o
      join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and p.superseded_at is null
        and p.starts_on <= app_today() and (p.ends_before is null or app_today() < p.ends_before)
      where o.tenant_id = ${tx.tenantId}
        and not exists (select from organisation_endings e where e.tenant_id = o.tenant_id and e.organisation_id = o.id
          and e.superseded_at is null and e.ended_on <= app_today()))
    select c.name, c.uscc, c.id as employer_id, null as union_name, null as union_id,
      coalesce((select array_agg(distinct f.name) from organisation_profiles f
        where f.tenant_id = ${tx.tenantId} and f.organisation_id = c.id and f.superseded_at is null and f.name <> c.name), '{}') as former_names
    from current_profile c where c.kind = 'employer'
    union all
    select null, null, null, c.name, c.id, '{}' from current_profile c
    where c.kind in ('federation', 'industrial_union', 'street_federation', 'union_association', 'basic_union')
      and exists (select from organisation_tree t where t.tenant_id = ${tx.tenantId} and t.descendant_id = c.id
        and t.ancestor_id = ${organisationId} and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before))`.execute(
    tx,
  )
  return rows
}

/** The federation that nobody in the tenant leads; null where there is no organisation. */
export async function topOf(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organisations o
    where o.tenant_id = ${tx.tenantId} and o.kind = 'federation'
      and not exists (select from organisation_tree t where t.tenant_id = o.tenant_id and t.descendant_id = o.id and t.depth > 0)
    order by o.recorded_at, o.id limit 1`.execute(tx)
  return rows[0]?.id ?? null
}
