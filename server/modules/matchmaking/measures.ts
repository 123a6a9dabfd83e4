import { sql, type RawBuilder } from 'kysely'
import type { MeasureDefinition, Moment } from '#server/platform/measure.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

type Named = Pick<
  MeasureDefinition,
  'name' | 'zh' | 'en' | 'unit' | 'definitionZh' | 'definitionEn' | 'sources' | 'rows'
>
type Counting = Pick<MeasureDefinition, 'counting' | 'breakdowns'>

// Of what happened; whoever may open them finds codes, never names: the people agreed to matchmaking, not to lists.
const flow = (named: Named & Counting): MeasureDefinition => {
  return { ...named, counts: 'flow', programme: 'matchmaking' }
}
const stock = (named: Named): MeasureDefinition => {
  return {
    ...named,
    counting: 'distinct',
    breakdowns: ['organisation', 'year'],
    counts: 'stock',
    programme: 'matchmaking',
  }
}

/** Figures of matchmaking: events, who came, pairs, couples, matchmakers (J5). */
export const measures: MeasureDefinition[] = [
  flow({
    name: 'events_held',
    zh: '联谊活动场次',
    en: 'Match events held',
    unit: 'events',
    definitionZh: '已办结且有人签到的联谊活动，每场计一次，算在主办单位',
    definitionEn: 'Closed match events to which somebody came, each once, counted at its host',
    counting: 'distinct',
    breakdowns: ['organisation', 'year', 'host_kind'],
    sources: ['events', 'event_steps', 'check_ins'],
    rows: (tx, moment) => sql`
      select e.id, e.organisation_id, 'event' as kind, e.title as label, e.host_kind as detail, 1 as value, ${eventDay} as occurred_on, e.host_kind
      from events e where e.tenant_id = ${tx.tenantId} and ${isHeld(moment)}
        and exists (select from check_ins c where c.tenant_id = e.tenant_id and c.event_id = e.id)`,
  }),
  flow({
    name: 'participations',
    zh: '参加人次',
    en: 'Participations',
    unit: 'participations',
    definitionZh: '签到参加已办结联谊活动的人次，一人参加两场计两次',
    definitionEn: 'Persons checked in at closed match events; somebody at two events counts twice',
    counting: 'distinct',
    breakdowns: ['organisation', 'year', 'host_kind', 'sex'],
    sources: ['events', 'event_steps', 'check_ins', 'registrations'],
    rows: (tx, moment) => participations(tx, moment),
  }),
  flow({
    name: 'participants',
    zh: '参加人数',
    en: 'Participants',
    unit: 'persons',
    definitionZh: '签到参加过已办结联谊活动的人，一人在所问范围内只计一次',
    definitionEn: 'Persons checked in at a closed match event, each once within what is asked for',
    counting: 'distinct_by',
    breakdowns: ['organisation', 'year', 'host_kind', 'sex'],
    sources: ['events', 'event_steps', 'check_ins', 'registrations'],
    rows: (tx, moment) => participations(tx, moment),
  }),
  flow({
    name: 'choice_sheets',
    zh: '交回意向表',
    en: 'Choice sheets',
    unit: 'sheets',
    definitionZh: '联谊活动截止时收到的意向表，没有选人的也算',
    definitionEn: 'Choice sheets in hand when the choices of an event closed, those that chose nobody too',
    counting: 'summed',
    breakdowns: ['organisation', 'year', 'host_kind'],
    sources: ['choice_closings', 'events'],
    rows: (tx, moment) => sql`
      select e.id, e.organisation_id, 'event' as kind, e.title as label, e.host_kind as detail, s.sheets as value, ${eventDay} as occurred_on, e.host_kind
      from choice_closings s join events e on e.tenant_id = s.tenant_id and e.id = s.event_id
      where s.tenant_id = ${tx.tenantId} and ${isKnown('s.closed_at', moment)}`,
  }),
  flow({
    name: 'mutual_interest_pair_times',
    zh: '交友意向对次',
    en: 'Mutual-interest pair-times',
    unit: 'pair-times',
    definitionZh: '在一场活动中互相选中、或都同意同一次引见的对数，一对每场（次）计一次',
    definitionEn:
      'Pairs who chose each other at one event or both accepted one introduction, once for each occasion',
    counting: 'distinct',
    breakdowns: ['organisation', 'year', 'host_kind'],
    sources: ['mutual_interests', 'events'],
    rows: (tx, moment) => interests(tx, moment),
  }),
  flow({
    name: 'mutual_interest_pairs',
    zh: '交友意向对数',
    en: 'Mutual-interest pairs',
    unit: 'pairs',
    definitionZh: '有过交友意向的对数，同一对在所问范围内只计一次',
    definitionEn: 'Pairs with mutual interest, the same two once within what is asked for',
    counting: 'distinct_by',
    breakdowns: ['organisation', 'year', 'host_kind'],
    sources: ['mutual_interests', 'events'],
    rows: (tx, moment) => interests(tx, moment),
  }),
  flow({
    name: 'couples',
    zh: '牵手成功对数',
    en: 'Couples',
    unit: 'couples',
    definitionZh: '双方都已确认牵手的对数，从后确认的一方确认之日起算；几家单位都报的只计一次',
    definitionEn:
      'Pairs that both confirmed, from the day of the later confirmation; claimed by several bodies they count once',
    counting: 'distinct',
    breakdowns: ['organisation', 'year', 'host_kind'],
    sources: ['couples', 'mutual_interests', 'events'],
    rows: (tx, moment) => sql`
      select c.id, c.organisation_id, 'couple' as kind, ${pairCode('c')} as label, ${occasion} as detail, 1 as value,
        (c.confirmed_at at time zone 'Asia/Shanghai')::date as occurred_on, ${occasion} as host_kind
      from couples c left join mutual_interests m on m.tenant_id = c.tenant_id and m.id = c.interest_id
      left join events e on e.tenant_id = m.tenant_id and e.id = m.event_id
      where c.tenant_id = ${tx.tenantId} and c.confirmed_at is not null and ${isKnown('c.confirmed_at', moment)}`,
  }),
  flow({
    name: 'marriages',
    zh: '结婚对数',
    en: 'Marriages',
    unit: 'couples',
    definitionZh: '本人告知或红娘回访得知已结婚的牵手对数，每对计一次',
    definitionEn: 'Couples who said they married, or a matchmaker learnt it, each once',
    counting: 'distinct',
    breakdowns: ['organisation', 'year', 'host_kind'],
    sources: ['pair_outcomes', 'couples', 'mutual_interests', 'events'],
    rows: (tx, moment) => sql`
      select distinct on (o.person_a, o.person_b) o.id, o.organisation_id, 'couple' as kind, ${pairCode('o')} as label, ${occasion} as detail, 1 as value,
        o.happened_on as occurred_on, ${occasion} as host_kind
      from pair_outcomes o left join couples c on c.tenant_id = o.tenant_id and c.person_a = o.person_a and c.person_b = o.person_b
        and ${isKnown('c.recorded_at', moment)}
      left join mutual_interests m on m.tenant_id = c.tenant_id and m.id = c.interest_id
      left join events e on e.tenant_id = m.tenant_id and e.id = m.event_id
      where o.tenant_id = ${tx.tenantId} and o.outcome = 'married' and ${isKnown('o.recorded_at', moment)}
      order by o.person_a, o.person_b, o.happened_on, o.id`,
  }),
  stock({
    name: 'matchmakers',
    zh: '红娘人数',
    en: 'Matchmakers',
    unit: 'persons',
    definitionZh: '截至该日在册的工会红娘',
    definitionEn: 'Matchmakers of the unions in the register on the day',
    sources: ['matchmakers'],
    rows: (tx, moment) => sql`
      select m.id, m.organisation_id, 'matchmaker' as kind, coalesce(m.agreement_no, upper(left(m.id::text, 8))) as label,
        m.registered_on::text as detail, 1 as value
      from matchmakers m where m.tenant_id = ${tx.tenantId} and ${isOpen('m', 'registered_on', moment)}`,
  }),
  stock({
    name: 'matchmaker_cases',
    zh: '红娘在管人数',
    en: 'Matchmakers’ cases',
    unit: 'persons',
    definitionZh: '截至该日由红娘负责的单身职工，每人只有一名红娘',
    definitionEn: 'Single workers looked after by a matchmaker on the day; nobody has two',
    sources: ['matchmaker_cases', 'matchmakers'],
    rows: (tx, moment) => sql`
      select c.id, m.organisation_id, 'case' as kind, upper(left(md5(c.id::text), 8)) as label, c.opened_on::text as detail, 1 as value
      from matchmaker_cases c join matchmakers m on m.tenant_id = c.tenant_id and m.id = c.matchmaker_id
      where c.tenant_id = ${tx.tenantId} and ${isOpen('c', 'opened_on', moment)}`,
  }),
]

const eventDay = sql`(e.starts_at at time zone 'Asia/Shanghai')::date`
/** How two found each other: at an event, by its host; or by an introduction. */
const occasion = sql`coalesce(e.host_kind, 'introduction')`

/** Closed, as far as that was known at the moment. */
function isHeld(moment: Moment): RawBuilder<unknown> {
  return sql`e.kind = 'social' and e.state = 'closed' and exists (select from event_steps s where s.tenant_id = e.tenant_id and s.event_id = e.id and s.step = 'closed'
    and ${isKnown('s.taken_at', moment)})`
}

/** Begun by the day and not ended then, as far as either was known at the moment. */
function isOpen(alias: string, since: string, moment: Moment): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const endUnknown =
    moment.knownAt === null ? sql`false` : sql`${column('ended_at')} > ${moment.knownAt}::timestamptz`
  return sql`${column(since)} <= ${moment.asOf}::date and ${isKnown(`${alias}.recorded_at`, moment)}
    and (${column('ended_on')} is null or ${column('ended_on')} > ${moment.asOf}::date or ${endUnknown})`
}

function isKnown(column: string, { knownAt }: Moment): RawBuilder<unknown> {
  return knownAt === null ? sql`true` : sql`${sql.ref(column)} <= ${knownAt}::timestamptz`
}

function participations(tx: Tx, moment: Moment): RawBuilder<unknown> {
  return sql`
    select c.registration_id as id, e.organisation_id, 'participation' as kind, e.title as label, e.host_kind as detail, 1 as value,
      ${eventDay} as occurred_on, md5(r.person_id::text || r.tenant_id::text)::uuid as counted_as, e.host_kind, r.sex
    from check_ins c join registrations r on r.tenant_id = c.tenant_id and r.id = c.registration_id
    join events e on e.tenant_id = c.tenant_id and e.id = c.event_id
    where c.tenant_id = ${tx.tenantId} and ${isHeld(moment)}`
}

function interests(tx: Tx, moment: Moment): RawBuilder<unknown> {
  return sql`
    select m.id, m.organisation_id, 'pair' as kind, ${pairCode('m')} as label, ${occasion} as detail, 1 as value,
      (m.revealed_at at time zone 'Asia/Shanghai')::date as occurred_on, md5(m.person_a::text || m.person_b::text)::uuid as counted_as, ${occasion} as host_kind
    from mutual_interests m left join events e on e.tenant_id = m.tenant_id and e.id = m.event_id
    where m.tenant_id = ${tx.tenantId} and ${isKnown('m.revealed_at', moment)}`
}

/** The code a pair goes by: the same wherever it stands, and no way back to the two. */
function pairCode(alias: string): RawBuilder<string> {
  const [a, b] = [sql.ref(`${alias}.person_a`), sql.ref(`${alias}.person_b`)]
  return sql`upper(left(md5(${a}::text || ${b}::text || ${sql.ref(`${alias}.tenant_id`)}::text), 8))`
}
