import { sql, type RawBuilder } from 'kysely'
import type { OrganisationRow } from '#contract/organisation-shapes.ts'
import { holdsAt, knownAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Moment } from '#server/platform/measure.ts'
import { idsAboveAt, idsBelowAt, nameAt } from './moment.ts'

/** What a question about organisations is asked with: the moment, and whether the current views answer for it. */
export interface Asked {
  moment: Moment
  now: boolean
}

/** The register's row as the database gives it. */
export type RegisterRow = Omit<OrganisationRow, 'parent' | 'union'> & {
  parentId: string | null
  parentName: string | null
  unionId: string | null
  unionName: string | null
}

/**
 * The columns of the register for rows of `row` (columns id, kind, union_type, two_new_type, stat_code, name, uscc, street, direct_point).
 * What an employer does not have itself (chair, term) is that of the union that covers it.
 */
export function registerColumns(tx: Tx, asked: Asked): RawBuilder<RegisterRow> {
  const { moment } = asked
  return sql<RegisterRow>`
    select row.id, row.kind, row.name, row.uscc, row.stat_code as "statCode", row.union_type as "unionType", row.two_new_type as "twoNewType",
      coalesce(row.street, (select coalesce(sp.street, sp.name) from (${idsAboveAt(tx, sql.ref('row.id'), moment)}) a
        join organisations s on s.tenant_id = ${tx.tenantId} and s.id = a.id and s.kind = 'street_federation'
        join organisation_profiles sp on sp.tenant_id = ${tx.tenantId} and sp.organisation_id = a.id and ${holdsAt('sp', moment)}
        where a.depth > 0 order by a.depth limit 1)) as street,
      parent.id as "parentId", ${nameAt(tx, sql.ref('parent.id'), moment)} as "parentName",
      (select ${nameAt(tx, sql.ref('a.parent_id'), moment)} from affiliations a where a.tenant_id = ${tx.tenantId} and a.child_id = row.id and a.kind = 'party' and ${holdsAt('a', moment)} limit 1) as "partyBody",
      cover.id as "unionId", ${nameAt(tx, sql.ref('cover.id'), moment)} as "unionName",
      ${workersAt(tx, asked)} as workers, ${membersAt(tx, asked)} as members, row.direct_point as "directPoint",
      (select n.name from appointments c join persons n on n.tenant_id = c.tenant_id and n.id = c.person_id
        where c.tenant_id = ${tx.tenantId} and c.organisation_id = coalesce(cover.id, row.id) and c.post = 'union_chair' and ${holdsAt('c', moment)} order by c.starts_on desc limit 1) as chair,
      ${termEndAt(tx, asked, sql`coalesce(cover.id, row.id)`)} as "termEndsBefore",
      life.starts_on as "startsOn", life.ends_before as "endedOn"
    from row
    left join lateral (select a.parent_id as id from affiliations a where a.tenant_id = ${tx.tenantId} and a.child_id = row.id and a.kind = 'leads' and ${holdsAt('a', moment)} limit 1) parent on true
    left join lateral (select v.union_id as id from coverages v where v.tenant_id = ${tx.tenantId} and v.employer_id = row.id and ${holdsAt('v', moment)} order by v.starts_on, v.id limit 1) cover on true
    cross join lateral (select min(p.starts_on) as starts_on, nullif(max(coalesce(p.ends_before, 'infinity'::date)), 'infinity'::date) as ends_before
      from organisation_profiles p where p.tenant_id = ${tx.tenantId} and p.organisation_id = row.id and ${knownAt('p', moment)}) life`
}

/** Workers the employers at or below `row` last reported up to the day; null when none has reported. */
export function workersAt(tx: Tx, { moment }: Asked): RawBuilder<number | null> {
  return sql<number | null>`(select sum(h.workers)::int from (${idsBelowAt(tx, sql.ref('row.id'), moment)}) b
    join organisations e on e.tenant_id = ${tx.tenantId} and e.id = b.id and e.kind = 'employer'
    cross join lateral (select h.workers from headcounts h where h.tenant_id = ${tx.tenantId} and h.organisation_id = e.id
      and h.as_of <= ${moment.asOf}::date and ${knownAt('h', moment)} order by h.as_of desc limit 1) h)`
}

/** Persons with a membership at or below `row`; of an employer, those who work there. */
export function membersAt(tx: Tx, { moment, now }: Asked): RawBuilder<number> {
  const below = idsBelowAt(tx, sql.ref('row.id'), moment)
  if (now)
    return sql<number>`(case when row.kind = 'employer' then (
        select count(*)::int from member_index i where i.tenant_id = ${tx.tenantId} and i.employer_id = row.id
          and i.union_id in (select v.union_id from coverages v where v.tenant_id = ${tx.tenantId} and v.employer_id = row.id and ${holdsAt('v', moment)}))
      else (select coalesce(sum(c.members), 0)::int from (${below}) b join union_member_counts c on c.tenant_id = ${tx.tenantId} and c.union_id = b.id) end)`
  return sql<number>`(case when row.kind = 'employer' then (
      select count(distinct m.person_id)::int from employments w join memberships m on m.tenant_id = w.tenant_id and m.person_id = w.person_id and ${holdsAt('m', moment)}
      where w.tenant_id = ${tx.tenantId} and w.employer_id = row.id and ${holdsAt('w', moment)})
    else (select count(*)::int from (${below}) b join memberships m on m.tenant_id = ${tx.tenantId} and m.union_id = b.id and ${holdsAt('m', moment)}) end)`
}

/** The end of the term in force, or of the last one that is over. */
export function termEndAt(
  tx: Tx,
  { moment }: Asked,
  organisation: RawBuilder<unknown>,
): RawBuilder<string | null> {
  return sql<
    string | null
  >`(select t.ends_before from union_terms t where t.tenant_id = ${tx.tenantId} and t.organisation_id = ${organisation}
    and t.starts_on <= ${moment.asOf}::date and ${knownAt('t', moment)} order by t.starts_on desc limit 1)`
}

/** A row of the register as the contract has it. */
export function asOrganisationRow({
  parentId,
  parentName,
  unionId,
  unionName,
  ...row
}: RegisterRow): OrganisationRow {
  return {
    ...row,
    parent: parentId === null ? null : { id: parentId, name: parentName ?? '' },
    union: unionId === null ? null : { id: unionId, name: unionName ?? '' },
  }
}
