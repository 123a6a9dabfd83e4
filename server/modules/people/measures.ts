import { sql, type RawBuilder } from 'kysely'
import { holdsAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition, Moment } from '#server/platform/measure.ts'

/** Figures of the roster: persons with a membership on the day. */
export const measures: MeasureDefinition[] = [
  {
    name: 'members',
    zh: '会员人数',
    en: 'Members',
    unit: 'persons',
    definitionZh: '截至该日会籍有效（含保留会籍）的职工，每人计一次',
    definitionEn: 'Persons with a membership on the day, retained ones included, each counted once',
    counting: 'distinct',
    counts: 'stock',
    breakdowns: ['organisation', 'year'],
    programme: null,
    sources: ['memberships', 'person_aliases'],
    rows: (tx, moment, only = null) => sql`
      select counted.id, counted.organisation_id, 'member' as kind, person.name as label, counted.detail, 1 as value
      from (
        select distinct on (id) coalesce(alias.person_id, m.person_id) as id, m.union_id as organisation_id, m.kind as detail
        from memberships m
        left join person_aliases alias on alias.tenant_id = m.tenant_id and alias.alias_id = m.person_id and ${isMerged(moment)}
        where m.tenant_id = ${tx.tenantId} and ${holdsAt('m', moment)}${ofUnions(tx, moment, only)}
        order by id, m.starts_on, m.id) counted
      left join persons person on person.tenant_id = ${tx.tenantId} and person.id = counted.id`,
  },
]

/** Whether two records were read as one, as known at the moment: by a merge made before it and not undone until then. */
function isMerged({ knownAt }: Moment): RawBuilder<unknown> {
  if (knownAt === null) return sql`alias.undone_at is null`
  return sql`alias.recorded_at <= ${knownAt}::timestamptz and (alias.undone_at is null or alias.undone_at > ${knownAt}::timestamptz)`
}

/** Only records of whoever has, had or will have a membership in one of the unions, and all of them: where a person counts depends on each. */
function ofUnions(tx: Tx, moment: Moment, unionIds: RawBuilder<string[]> | null): RawBuilder<unknown> {
  if (unionIds === null) return sql``
  return sql` and m.person_id = any(array(
    with root as materialized (
      select distinct coalesce(alias.person_id, u.person_id) as id from memberships u
      left join person_aliases alias on alias.tenant_id = u.tenant_id and alias.alias_id = u.person_id and ${isMerged(moment)}
      where u.tenant_id = ${tx.tenantId} and u.union_id = any(${unionIds}))
    select id from root union
    select alias.alias_id from root join person_aliases alias on alias.tenant_id = ${tx.tenantId} and alias.person_id = root.id and ${isMerged(moment)}))`
}
