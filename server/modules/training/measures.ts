import { sql, type RawBuilder } from 'kysely'
import type { MeasureDefinition, Moment } from '#server/platform/measure.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { attended } from './attendance.ts'

const flow = {
  breakdowns: ['organisation', 'year'],
  counts: 'flow',
  programme: 'commissioners',
  sources: [
    'events',
    'event_steps',
    'check_ins',
    'registrations',
    'training_sessions',
    'training_courses',
    'person_aliases',
  ],
} satisfies Partial<MeasureDefinition>

/** Persons and person-times of training: two figures over the same rows. */
export const trainingMeasures: MeasureDefinition[] = [
  {
    ...flow,
    name: 'trained_persons',
    zh: '培训人数',
    en: 'Persons trained',
    unit: 'persons',
    definitionZh: '签到参加过已办结培训的人，一人在所问范围内只计一次，算在主办单位',
    definitionEn:
      'Persons checked in at a closed training session, each once within what is asked for, counted at its host',
    counting: 'distinct_by',
    rows: attendances,
  },
  {
    ...flow,
    name: 'training_person_times',
    zh: '培训人次',
    en: 'Training person-times',
    unit: 'participations',
    definitionZh: '签到参加已办结培训的人次，一人参加两次计两次，算在主办单位',
    definitionEn:
      'Persons checked in at closed training sessions; somebody at two sessions counts twice; counted at the host',
    counting: 'distinct',
    rows: attendances,
  },
]

function attendances(tx: Tx, { knownAt }: Moment): RawBuilder<unknown> {
  const known = knownAt === null ? sql`true` : sql`s.taken_at <= ${knownAt}::timestamptz`
  return sql`
    select x.id, x.organisation_id, 'training' as kind, x.title as label, x.kind as detail, 1 as value, x.day as occurred_on,
      md5(x.person_id::text || ${tx.tenantId}::text)::uuid as counted_as
    from (${attended(tx, knownAt)}) x where exists (select from event_steps s where s.tenant_id = ${tx.tenantId} and s.event_id = x.event_id
      and s.step = 'closed' and ${known})`
}
