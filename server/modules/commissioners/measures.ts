import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition, Moment } from '#server/platform/measure.ts'
import { dueRuleKeys } from './eligibility/due-rules.ts'
import { isCommissionerAt, twoNewAt } from './eligibility/two-new.ts'

type Named = Pick<
  MeasureDefinition,
  'name' | 'zh' | 'en' | 'unit' | 'definitionZh' | 'definitionEn' | 'sources' | 'rules' | 'rows'
> &
  Partial<Pick<MeasureDefinition, 'counting' | 'breakdowns'>>

const stock = (named: Named): MeasureDefinition => ({
  counting: 'distinct',
  breakdowns: ['organisation', 'year'],
  ...named,
  counts: 'stock',
  programme: 'commissioners',
})

const twoNew = {
  sources: [
    'organisations',
    'organisation_profiles',
    'organisation_endings',
    'headcounts',
    'affiliations',
    'appointments',
  ],
  rules: Object.values(dueRuleKeys),
}

/** Figures of commissioners: who must have one, who has one, and who they are. */
export const measures: MeasureDefinition[] = [
  stock({
    name: 'eligible_organisations',
    zh: '应配备党工专员的两新组织数',
    en: 'Organisations that must have a commissioner',
    unit: 'organisations',
    definitionZh: '截至该日按当时的配备规定应当配备党工专员的两新组织，每个组织计一次',
    definitionEn: 'Two-new organisations that must have a commissioner by the rule of the day, each once',
    ...twoNew,
    rows: (tx, moment, only = null) => sql`
      select n.id, n.id as organisation_id, 'organisation' as kind, n.name as label, n.type as detail, 1 as value
      from (${twoNewAt(tx, moment, only)}) n where n.due`,
  }),
  stock({
    name: 'covered_organisations',
    zh: '已配备党工专员的应配组织数',
    en: 'Organisations covered by a commissioner',
    unit: 'organisations',
    definitionZh: '应配备党工专员的两新组织中，截至该日有党工专员在任的，每个组织计一次',
    definitionEn:
      'Of the organisations that must have a commissioner, those where one holds the post on the day, each once',
    ...twoNew,
    rows: (tx, moment, only = null) => sql`
      select n.id, n.id as organisation_id, 'organisation' as kind, n.name as label, n.type as detail, 1 as value
      from (${twoNewAt(tx, moment, only)}) n where n.due and n.commissioners > 0`,
  }),
  stock({
    name: 'commissioners',
    zh: '党工专员人数',
    en: 'Commissioners',
    unit: 'persons',
    definitionZh: '截至该日在任的党工专员，一人在几家组织任职也只计一次',
    definitionEn:
      'Persons who hold the post of commissioner on the day; somebody with several posts counts once',
    counting: 'distinct_by',
    breakdowns: ['organisation', 'year', 'commissioner_kind'],
    sources: ['appointments', 'person_aliases'],
    rows: (tx, moment) => sql`
      select c.appointment_id as id, c.organisation_id, 'commissioner' as kind, upper(left(md5(c.appointment_id::text), 8)) as label, ${kindOf} as detail,
        1 as value, md5(${rootOf(tx, moment)}::text || c.tenant_id::text)::uuid as counted_as, c.starts_on as occurred_on,
        ${kindOf} as commissioner_kind
      from appointments c where c.tenant_id = ${tx.tenantId} and ${isCommissionerAt('c', moment)}`,
  }),
  stock({
    name: 'talents',
    zh: '人才库人数',
    en: 'Persons in the talent pool',
    unit: 'persons',
    definitionZh: '截至该日在党工专员共享人才库中的人，计在推荐单位，每人计一次',
    definitionEn:
      'Persons in the pool of possible commissioners on the day, at the body that recommended them, each once',
    sources: ['talents'],
    rows: (tx, moment) => sql`
      select t.id, t.organisation_id, 'talent' as kind, upper(left(md5(t.id::text), 8)) as label, t.entered_on::text as detail, 1 as value
      from talents t where t.tenant_id = ${tx.tenantId} and t.entered_on <= ${moment.asOf}::date and ${isInPool(moment)}`,
  }),
]

const kindOf = sql`case when c.full_time then 'party_affairs_officer' else 'part_time_chair' end`

/** Entered and not left by the day, as far as either was known at the moment. */
function isInPool({ asOf, knownAt }: Moment): RawBuilder<unknown> {
  const open = sql`(t.ended_on is null or t.ended_on > ${asOf}::date)`
  if (knownAt === null) return open
  return sql`t.recorded_at <= ${knownAt}::timestamptz and (${open} or t.ended_at > ${knownAt}::timestamptz)`
}

/** Two records of one person, joined since, are one person. */
function rootOf(tx: Tx, { knownAt: known }: Moment): RawBuilder<unknown> {
  const then =
    known === null
      ? sql`alias.undone_at is null`
      : sql`alias.recorded_at <= ${known}::timestamptz and (alias.undone_at is null or alias.undone_at > ${known}::timestamptz)`
  return sql`coalesce((select alias.person_id from person_aliases alias where alias.tenant_id = ${tx.tenantId} and alias.alias_id = c.person_id
    and ${then} limit 1), c.person_id)`
}
