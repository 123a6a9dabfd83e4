import { sql, type RawBuilder } from 'kysely'
import { holdsAt, knownAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition, Moment } from '#server/platform/measure.ts'

/** Figures of the register: organisations as they existed on the day, workers as they were reported. */
export const measures: MeasureDefinition[] = [
  {
    name: 'two_new_organisations',
    zh: '两新组织数',
    en: 'Two-new organisations',
    unit: 'organisations',
    definitionZh: '截至该日在册的新经济组织和新社会组织，每个组织计一次',
    definitionEn: 'New economic and new social organisations in the register on the day, each counted once',
    counting: 'distinct',
    counts: 'stock',
    breakdowns: ['organisation', 'year'],
    programme: null,
    sources: ['organisations', 'organisation_profiles', 'organisation_endings'],
    rows: (tx, moment) => sql`
      select e.id, e.id as organisation_id, 'organisation' as kind, e.name as label, e.two_new_type as detail, 1 as value
      from (${employersAt(tx, moment)}) e where e.two_new_type is not null`,
  },
  {
    name: 'workers',
    zh: '职工人数',
    en: 'Workers',
    unit: 'workers',
    definitionZh: '用人单位截至该日最近一次填报的职工人数之和',
    definitionEn: 'Sum of the workers each employer last reported up to the day',
    counting: 'summed',
    counts: 'stock',
    breakdowns: ['organisation', 'year'],
    programme: null,
    sources: ['organisations', 'organisation_profiles', 'organisation_endings', 'headcounts'],
    rows: (tx, moment) => sql`
      select e.id, e.id as organisation_id, 'organisation' as kind, e.name as label, h.as_of::text as detail, h.workers as value
      from (${employersAt(tx, moment)}) e
      join lateral (
        select h.workers, h.as_of from headcounts h
        where h.tenant_id = ${tx.tenantId} and h.organisation_id = e.id and h.as_of <= ${moment.asOf}::date and ${knownAt('h', moment)}
        order by h.as_of desc limit 1) h on true`,
  },
]

function employersAt(tx: Tx, moment: Moment): RawBuilder<unknown> {
  return sql`
    select o.id, ${twoNewTypeAt(tx, moment)} as two_new_type, p.name from organisations o
    join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and ${holdsAt('p', moment)}
    where o.tenant_id = ${tx.tenantId} and o.kind = 'employer' and not exists (
      select from organisation_endings x where x.tenant_id = o.tenant_id and x.organisation_id = o.id
        and x.ended_on <= ${moment.asOf}::date and ${knownAt('x', moment)})`
}

/** The type as it was known: before a change that was made since, what it was before. */
function twoNewTypeAt(tx: Tx, moment: Moment): RawBuilder<unknown> {
  if (moment.knownAt === null) return sql`o.two_new_type`
  const since = sql`from organisation_type_changes y where y.tenant_id = ${tx.tenantId} and y.organisation_id = o.id
    and y.changed_at > ${moment.knownAt}::timestamptz`
  return sql`case when exists (select ${since}) then (select y.two_new_type_before ${since} order by y.changed_at limit 1) else o.two_new_type end`
}
