import { sql } from 'kysely'
import type { AnnualReturnLine } from '#contract/reports-returns.ts'
import { holdsAt, knownAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Moment } from '#server/platform/measure.ts'
import { findingsOf, type CheckedLine } from '../rules.ts'

/** Whose lines, at which moment, and the sealed report the figures come from: its first figure are the members, its second the workers. */
export interface Lines {
  organisationId: string
  year: number
  moment: Moment
  reportId: string
}

/**
 * The lines of all basic unions that an organisation led on the day, as known at the moment. Members and workers are those of the sealed
 * rows; a joint union gets the workers of every employer it covers. Division codes that a union has none of are those of the next one above it.
 */
export async function linesAt(tx: Tx, asked: Lines): Promise<AnnualReturnLine[]> {
  const { organisationId, year, moment, reportId } = asked
  const { rows } = await sql<CheckedLine>`
    with recursive below as (
      select ${organisationId}::uuid as id, (select t.division_code from tenants t where t.id = ${tx.tenantId}) as division_code
      union all
      select a.child_id, coalesce(p.division_code, below.division_code) from affiliations a join below on below.id = a.parent_id
      join organisation_profiles p on p.tenant_id = a.tenant_id and p.organisation_id = a.child_id and ${holdsAt('p', moment)}
      where a.tenant_id = ${tx.tenantId} and a.kind = 'leads' and ${holdsAt('a', moment)}),
    sealed_members as (
      select r.organisation_id, count(*)::int as members from sealed_rows k cross join unnest(k.organisation_ids) as r (organisation_id)
      where k.tenant_id = ${tx.tenantId} and k.report_id = ${reportId} and k.number = 1 group by r.organisation_id),
    sealed_workers as materialized (
      select r.employer_id, r.workers from sealed_rows k cross join unnest(k.row_ids, k.amounts) as r (employer_id, workers)
      where k.tenant_id = ${tx.tenantId} and k.report_id = ${reportId} and k.number = 2),
    headcount as materialized (
      select distinct on (h.organisation_id) h.organisation_id, h.women, h.migrants from headcounts h
      where h.tenant_id = ${tx.tenantId} and h.organisation_id in (select employer_id from sealed_workers) and h.as_of <= ${moment.asOf}::date
        and ${knownAt('h', moment)} order by h.organisation_id, h.as_of desc),
    covered as (
      select v.union_id, count(distinct v.employer_id)::int as employers, sum(w.workers)::int as workers, sum(h.women)::int as women,
        sum(h.migrants)::int as migrants
      from (select distinct v.union_id, v.employer_id from coverages v where v.tenant_id = ${tx.tenantId} and ${holdsAt('v', moment)}) v
      left join sealed_workers w on w.employer_id = v.employer_id left join headcount h on h.organisation_id = v.employer_id group by v.union_id),
    lines as (
      select o.id, coalesce(c.code, o.stat_code) as stat_code, p.name, below.division_code, o.union_type from below
      join organisations o on o.tenant_id = ${tx.tenantId} and o.id = below.id and o.kind = 'basic_union'
      join organisation_profiles p on p.tenant_id = ${tx.tenantId} and p.organisation_id = o.id and ${holdsAt('p', moment)}
      left join union_stat_codes c on c.tenant_id = ${tx.tenantId} and c.organisation_id = o.id and c.superseded_at is null
      where not exists (select from organisation_endings x where x.tenant_id = ${tx.tenantId} and x.organisation_id = o.id
        and x.ended_on <= ${moment.asOf}::date and ${knownAt('x', moment)}))
    select l.id as "unionId", l.stat_code as "statCode", l.name, l.division_code as "divisionCode", l.union_type as "unionType",
      coalesce(v.employers, 0) as employers, v.workers, v.women as "womenWorkers", v.migrants as "migrantWorkers", coalesce(m.members, 0) as members,
      count(*) over (partition by l.stat_code)::int as "sameCode", (
        select e.stat_code from annual_return_lines e join annual_returns r on r.tenant_id = e.tenant_id and r.id = e.return_id
        where e.tenant_id = ${tx.tenantId} and e.union_id = l.id and r.year < ${year} order by r.year desc, r.made_at desc limit 1) as "earlierCode"
    from lines l left join covered v on v.union_id = l.id left join sealed_members m on m.organisation_id = l.id order by l.stat_code collate "C", l.id`.execute(
    tx,
  )
  return rows.map((row) => {
    const { earlierCode: _earlier, sameCode: _same, ...line } = row
    return { ...line, findings: findingsOf(row) }
  })
}
