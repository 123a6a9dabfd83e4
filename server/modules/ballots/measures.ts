import { sql } from 'kysely'
import type { MeasureDefinition } from '#server/platform/measure.ts'

/** Figures of elections: those whose result the superior has approved. */
export const measures: MeasureDefinition[] = [
  {
    name: 'elections_held',
    zh: '选举办结次数',
    en: 'Elections held',
    unit: 'elections',
    definitionZh: '结果已获上一级工会批复的工会选举，每次计一次，算在举行选举的工会、批复当天',
    definitionEn:
      'Elections whose result the superior union has approved, each once, at the union that held it, on the day of the approval',
    counting: 'distinct',
    counts: 'flow',
    breakdowns: ['organisation', 'year', 'election_kind'],
    programme: 'commissioners',
    sources: ['elections', 'election_steps'],
    rows: (tx, { knownAt }) => sql`
      select e.id, e.organisation_id, 'election' as kind, e.title as label, e.kind as detail, 1 as value,
        (s.taken_at at time zone 'Asia/Shanghai')::date as occurred_on, e.kind as election_kind
      from elections e join election_steps s on s.tenant_id = e.tenant_id and s.election_id = e.id and s.step = 'confirmed'
      where e.tenant_id = ${tx.tenantId} and (${knownAt}::timestamptz is null or s.taken_at <= ${knownAt}::timestamptz)`,
  },
]
