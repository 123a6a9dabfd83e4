import { sql } from 'kysely'
import { fromRows, type TenantCheck } from './check.ts'

/** At any date an organisation is led by one other at most: only `leads` gives scope and roll-up. */
export const oneParent: TenantCheck = {
  name: 'one leading parent at any date',
  async run(tx) {
    const { rows } = await sql<{ what: string }>`
      select a.child_id || ' is led by ' || a.parent_id || ' and by ' || b.parent_id || ' on ' || greatest(a.starts_on, b.starts_on) as what
      from affiliations a
      join affiliations b on b.tenant_id = a.tenant_id and b.child_id = a.child_id and b.kind = 'leads' and b.superseded_at is null and b.id > a.id
        and b.starts_on < coalesce(a.ends_before, 'infinity') and a.starts_on < coalesce(b.ends_before, 'infinity')
      where a.tenant_id = ${tx.tenantId} and a.kind = 'leads' and a.superseded_at is null
      order by 1 limit 2`.execute(tx)
    return fromRows('every leads affiliation', rows)
  },
}

/** The closure that scope rests on is what the dated rows say, path by path. */
export const tree: TenantCheck = {
  name: 'organisation tree equals its rows',
  async run(tx) {
    const { rows } = await sql<{ what: string }>`
      with recursive path as (
        select organisation_id as descendant_id, organisation_id as ancestor_id, 0 as depth, min(starts_on) as starts_on,
          max(coalesce(ends_before, 'infinity'::date)) as ends_before
        from organisation_profiles where tenant_id = ${tx.tenantId} and superseded_at is null group by organisation_id
        union all
        select p.descendant_id, a.parent_id, p.depth + 1, greatest(p.starts_on, a.starts_on),
          least(p.ends_before, coalesce(a.ends_before, 'infinity'::date))
        from path p
        join affiliations a on a.tenant_id = ${tx.tenantId} and a.child_id = p.ancestor_id and a.kind = 'leads' and a.superseded_at is null
          and a.starts_on < p.ends_before and p.starts_on < coalesce(a.ends_before, 'infinity'::date)
        where p.depth < 64),
      kept as (
        select descendant_id, ancestor_id, depth, starts_on, coalesce(ends_before, 'infinity'::date) as ends_before
        from organisation_tree where tenant_id = ${tx.tenantId}),
      missing as (select * from path except select * from kept),
      surplus as (select * from kept except select * from path)
      (select 'the path from ' || descendant_id || ' up to ' || ancestor_id || ' from ' || starts_on || ' is missing' as what from missing order by 1 limit 1)
      union all
      (select 'the path from ' || descendant_id || ' up to ' || ancestor_id || ' from ' || starts_on || ' follows from no rows' from surplus order by 1 limit 1)`.execute(
      tx,
    )
    return fromRows('every path at every date', rows)
  },
}

/** Each day's headcount of an organisation counts once, and no part is larger than the whole. */
export const headcounts: TenantCheck = {
  name: 'headcounts add up',
  async run(tx) {
    const { rows: totals } = await sql<{ workers: number }>`
      select coalesce(sum(workers), 0)::bigint as workers from (
        select distinct on (organisation_id) workers from headcounts where tenant_id = ${tx.tenantId} and superseded_at is null
        order by organisation_id, as_of desc) newest`.execute(tx)
    const { rows } = await sql<{ what: string }>`
      select organisation_id || ' on ' || as_of || ': a part is larger than its ' || workers || ' workers' as what from headcounts
      where tenant_id = ${tx.tenantId} and superseded_at is null and workers < greatest(women, migrants)
      union all
      select organisation_id || ' on ' || as_of || ' is counted ' || count(*) || ' times' from headcounts
      where tenant_id = ${tx.tenantId} and superseded_at is null group by organisation_id, as_of having count(*) > 1
      order by 1 limit 2`.execute(tx)
    return fromRows(`${totals[0]!.workers} workers as last reported`, rows)
  },
}
