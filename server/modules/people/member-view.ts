import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/**
 * A select of who is a member today among `roots` (a relation with the column `id` of persons who are nobody's alias): the row
 * `member_index` should hold, apart from what follows from the name. A person's own membership goes before one of a merged record.
 */
export function currentMembers(tx: Tx, roots: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with record as (
      select r.id as root, r.id as member from ${roots} r
      union all
      select r.id, alias.alias_id from ${roots} r
      join person_aliases alias on alias.tenant_id = ${tx.tenantId} and alias.person_id = r.id and alias.undone_at is null),
    current_membership as (
      select distinct on (record.root) record.root, m.id, m.union_id, m.kind
      from record join memberships m on m.tenant_id = ${tx.tenantId} and m.person_id = record.member and ${holdsToday('m')}
      order by record.root, (record.member = record.root) desc, m.starts_on desc, m.id),
    current_employment as (
      select distinct on (record.root) record.root, e.employer_id
      from record join employments e on e.tenant_id = ${tx.tenantId} and e.person_id = record.member and ${holdsToday('e')}
      order by record.root, (e.employer_id is null), e.starts_on desc, e.id)
    select c.root as "personId", c.id as "membershipId", c.union_id as "unionId", w.employer_id as "employerId", c.kind, p.name, p.sex
    from current_membership c
    join persons p on p.tenant_id = ${tx.tenantId} and p.id = c.root
    left join current_employment w on w.root = c.root`
}

/**
 * A select of `union_id` and `org_tokens` for the unions of a relation: the tree numbers of everything at or above them today, the
 * highest first. An ended union keeps the place of its last day, so its members are found until they are placed anew.
 */
export function placeTokens(tx: Tx, unions: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select u.union_id, coalesce(array_agg(o.tree_no order by t.depth desc, o.tree_no) filter (where o.tree_no is not null), '{}'::bigint[]) as org_tokens
    from ${unions} u
    cross join lateral (
      select least(app_today(), coalesce(max(coalesce(ends_before, 'infinity'::date)), 'infinity'::date) - 1) as day
      from organisation_tree where tenant_id = ${tx.tenantId} and descendant_id = u.union_id and depth = 0) last
    left join organisation_tree t on t.tenant_id = ${tx.tenantId} and t.descendant_id = u.union_id
      and t.starts_on <= last.day and (t.ends_before is null or last.day < t.ends_before)
    left join organisations o on o.tenant_id = ${tx.tenantId} and o.id = t.ancestor_id
    group by u.union_id`
}

/** True for current rows of a dated table that hold today. */
function holdsToday(alias: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`${column('superseded_at')} is null and ${column('starts_on')} <= app_today()
    and (${column('ends_before')} is null or app_today() < ${column('ends_before')})`
}
