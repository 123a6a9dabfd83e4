import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { KnownOrganisation, PlanContext } from './plan.ts'

/** Everything a register can meet in the tenant on a day: organisations with codes and names, their parents, who covers them, and who is within reach of `rootId`. */
export async function knownOrganisations(tx: Tx, rootId: string, asOf: string): Promise<PlanContext> {
  const { rows: known } = await sql<KnownOrganisation>`
    select o.id, o.kind, p.name, p.uscc,
      (select min(q.starts_on) from organisation_profiles q where q.tenant_id = o.tenant_id and q.organisation_id = o.id and q.superseded_at is null) as "startsOn",
      (select a.parent_id from affiliations a where a.tenant_id = o.tenant_id and a.child_id = o.id and a.kind = 'leads' and a.superseded_at is null
        and a.starts_on <= ${asOf}::date and (a.ends_before is null or ${asOf}::date < a.ends_before)) as "parentId",
      array(select v.union_id from coverages v where v.tenant_id = o.tenant_id and v.employer_id = o.id and v.superseded_at is null
        and v.starts_on <= ${asOf}::date and (v.ends_before is null or ${asOf}::date < v.ends_before)) as "unionIds",
      exists (select from organisation_tree t where t.tenant_id = o.tenant_id and t.descendant_id = o.id and t.ancestor_id = ${rootId}
        and t.starts_on <= ${asOf}::date and (t.ends_before is null or ${asOf}::date < t.ends_before)) as within
    from organisations o
    join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and p.superseded_at is null
      and p.starts_on <= ${asOf}::date and (p.ends_before is null or ${asOf}::date < p.ends_before)
    where o.tenant_id = ${tx.tenantId}`.execute(tx)
  const root = found(known.find((each) => each.id === rootId))
  return { known, asOf, root }
}

/** A reported headcount as it stands. */
export interface KnownHeadcount {
  id: string
  organisationId: string
  asOf: string
  workers: number
  women: number | null
  members: number | null
  womenMembers: number | null
}

/** The latest report of each of these organisations up to a day. */
export async function latestHeadcounts(
  tx: Tx,
  organisationIds: readonly string[],
  asOf: string,
): Promise<Map<string, KnownHeadcount>> {
  const { rows } = await sql<KnownHeadcount>`
    select distinct on (organisation_id) id, organisation_id as "organisationId", as_of as "asOf", workers, women, members, women_members as "womenMembers"
    from headcounts where tenant_id = ${tx.tenantId} and organisation_id = any(${organisationIds}::uuid[]) and as_of <= ${asOf}::date and superseded_at is null
    order by organisation_id, as_of desc`.execute(tx)
  return new Map(rows.map((row) => [row.organisationId, row]))
}
