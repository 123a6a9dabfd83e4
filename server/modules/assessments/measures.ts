import { sql } from 'kysely'
import type { MeasureDefinition } from '#server/platform/measure.ts'

/** Figures of assessments: whoever was assessed to the end, by grade. */
export const measures: MeasureDefinition[] = [
  {
    name: 'assessments_closed',
    zh: '考核办结人次',
    en: 'Assessments closed',
    unit: 'participations',
    definitionZh:
      '已关闭的考核周期里定了等次的人，一人一个周期计一次，算在周期的最后一天、任职时间最长的单位',
    definitionEn:
      'Persons with a final grade in a closed period, once for each period, on its last day, at the organisation they served longest',
    counting: 'distinct',
    counts: 'flow',
    breakdowns: ['organisation', 'year', 'grade'],
    programme: 'commissioners',
    sources: ['assessments', 'assessment_periods', 'assessment_results', 'assessment_posts'],
    // Opened rows say a code, never a name: a grade is between the assessed and whoever assesses.
    rows: (tx, { knownAt }) => sql`
      select a.id, served.organisation_id, 'assessment' as kind, upper(left(md5(a.id::text), 8)) as label, r.grade as detail, 1 as value,
        p.ends_before - 1 as occurred_on, r.grade
      from assessments a
      join assessment_periods p on p.tenant_id = a.tenant_id and p.id = a.period_id and p.closed_at is not null
        and (${knownAt}::timestamptz is null or p.closed_at <= ${knownAt}::timestamptz)
      cross join lateral (select grade from assessment_results r where r.tenant_id = a.tenant_id and r.assessment_id = a.id order by r.no desc limit 1) r
      cross join lateral (
        select x.organisation_id from assessment_posts x where x.tenant_id = a.tenant_id and x.assessment_id = a.id
        group by x.organisation_id
        order by sum(least(coalesce(x.ends_before, p.ends_before), p.ends_before) - greatest(x.starts_on, p.starts_on)) desc, x.organisation_id limit 1) served
      where a.tenant_id = ${tx.tenantId} and a.state = 'final'`,
  },
]
