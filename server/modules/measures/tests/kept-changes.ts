import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestTenant } from '#server/test/makers.ts'
import { moneyChanges, unionFundChanges } from './kept-changes-money.ts'

/** What the random changes are made of: a tenant, some people, and three numbers that choose. */
export interface Lot {
  tenant: TestTenant
  people: readonly string[]
  a: number
  b: number
  c: number
}

type Change = (tx: Tx, lot: Lot) => Promise<unknown>

const pick = <T>(of: readonly T[], at: number): T => of[at % of.length]!
const unions = ({ tenant }: Lot) => [tenant.north.unionId, tenant.south.unionId]
const hosts = (lot: Lot) => [lot.tenant.federationId, lot.tenant.north.streetId, ...unions(lot)]
const employers = ({ tenant }: Lot) => [tenant.north.employerId, tenant.south.employerId]
/** A day around today: in an earlier year, yesterday, today, tomorrow, later. */
const day = (at: number) => sql`(app_today() + ${pick([-500, -1, 0, 1, 30], at)}::int)`
const pair = ({ people, a, b }: Lot) => {
  const [one, other] = [pick(people, a), pick(people, a + 1 + (b % (people.length - 1)))]
  return [one, other].sort() as [string, string]
}
const some = (tx: Tx, table: string, at: number) => sql`(
  select id from ${sql.table(table)} where tenant_id = ${tx.tenantId} order by id offset ${at}::int % greatest(1, (select count(*) from ${sql.table(table)} where tenant_id = ${tx.tenantId}))::int limit 1)`
const clash = sql`on conflict do nothing`

/** Each of the changes that figures follow, made straight in its table as the application's role. */
export const changes: Record<string, Change> = {
  ...moneyChanges,
  ...unionFundChanges,
  join: (tx, lot) =>
    sql`
    insert into memberships (tenant_id, id, person_id, union_id, kind, starts_on, ends_before)
    values (${tx.tenantId}, ${newId()}, ${pick(lot.people, lot.a)}, ${pick(unions(lot), lot.b)}, 'member', ${day(lot.c)},
      ${lot.c % 2 === 0 ? sql`null` : sql`${day(lot.c)} + ${1 + lot.b}::int`}) ${clash}`.execute(tx),
  // A row is never changed: the known one is superseded, the new one stands beside it.
  leave: (tx, { a, b }) =>
    sql`
    with former as (update memberships set superseded_at = now()
      where tenant_id = ${tx.tenantId} and superseded_at is null and id = ${some(tx, 'memberships', a)} returning *)
    insert into memberships (tenant_id, id, person_id, union_id, kind, starts_on, ends_before, end_reason)
    select tenant_id, ${newId()}::uuid, person_id, union_id, kind, starts_on, greatest(starts_on + 1, ${day(b)}), 'left' from former`.execute(
      tx,
    ),
  correct: (tx, { a }) =>
    sql`
    update memberships set superseded_at = now() where tenant_id = ${tx.tenantId} and id = ${some(tx, 'memberships', a)}`.execute(
      tx,
    ),
  merge: (tx, lot) => {
    const [alias, person] = pair(lot)
    return sql`
      insert into person_aliases (tenant_id, id, alias_id, person_id, merged_on, reason)
      select ${tx.tenantId}::uuid, ${newId()}, ${alias}::uuid, ${person}::uuid, app_today(), '重复' where not exists (
        select from person_aliases where tenant_id = ${tx.tenantId} and undone_at is null
          and (alias_id in (${alias}::uuid, ${person}::uuid) or person_id = ${alias}::uuid))`.execute(tx)
  },
  part: (tx, { a }) =>
    sql`
    update person_aliases set undone_at = now() where tenant_id = ${tx.tenantId} and undone_at is null and id = ${some(tx, 'person_aliases', a)}`.execute(
      tx,
    ),
  headcount: async (tx, lot) => {
    const employer = pick(employers(lot), lot.a)
    await sql`update headcounts set superseded_at = now() where tenant_id = ${tx.tenantId} and organisation_id = ${employer} and as_of = ${day(lot.b)} and superseded_at is null`.execute(
      tx,
    )
    await sql`insert into headcounts (tenant_id, id, organisation_id, as_of, workers, source)
      values (${tx.tenantId}, ${newId()}, ${employer}, ${day(lot.b)}, ${lot.c}, 'office')`.execute(tx)
  },
  type: (tx, lot) =>
    sql`
    update organisations set two_new_type = ${pick([null, 'new_economic', 'new_social'], lot.b)}
    where tenant_id = ${tx.tenantId} and id = ${pick(employers(lot), lot.a)}`.execute(tx),
  close: (tx, lot) =>
    sql`
    insert into organisation_endings (tenant_id, id, organisation_id, ended_on, reason)
    values (${tx.tenantId}, ${newId()}, ${pick(employers(lot), lot.a)}, ${day(lot.b)}, 'closed') ${clash}`.execute(
      tx,
    ),
  // The federation's street that leads a union changes from a day on: as the closure tells it.
  move: async (tx, lot) => {
    const [unionId, { north, south, federationId }] = [pick(unions(lot), lot.a), lot.tenant]
    await sql`delete from organisation_tree where tenant_id = ${tx.tenantId} and descendant_id = ${unionId} and depth > 0`.execute(
      tx,
    )
    await sql`
      insert into organisation_tree (tenant_id, ancestor_id, descendant_id, depth, starts_on, ends_before)
      values (${tx.tenantId}, ${north.streetId}, ${unionId}, 1, '2020-01-01', ${day(lot.b)}),
        (${tx.tenantId}, ${south.streetId}, ${unionId}, 1, ${day(lot.b)}, null),
        (${tx.tenantId}, ${federationId}, ${unionId}, 2, '2020-01-01', null)`.execute(tx)
  },
  plan: (tx, lot) => {
    const starts = sql`app_now() + ${pick([-9000, -30, 20], lot.c)} * interval '1 hour'`
    return sql`
      insert into events (tenant_id, id, kind, organisation_id, host_kind, title, summary, venue, address, starts_at, ends_at, registration_opens_at,
        registration_closes_at, cancel_until, admission, capacity, seating, rounds, round_minutes, two_part, state, created_by)
      values (${tx.tenantId}, ${newId()}, 'social', ${pick(hosts(lot), lot.a)}, ${pick(['federation', 'site', 'industry'], lot.b)}, '联谊', '', '', '', ${starts},
        ${starts} + interval '2 hours', ${starts} - interval '9 days', ${starts} - interval '1 day', ${starts} - interval '1 day', 'first_come', 9, 'none', 0, 0,
        false, ${pick(['published', 'closed'], lot.c)}, ${newId()})`.execute(tx)
  },
  come: (tx, lot) =>
    sql`
    with registered as (
      insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state)
      select e.tenant_id, ${newId()}::uuid, e.id, ${pick(lot.people, lot.b)}::uuid, ${pick(unions(lot), lot.b)}::uuid, ${pick(['male', 'female'], lot.b)}, '25-29', true, 'admitted'
      from events e where e.tenant_id = ${tx.tenantId} and e.id = ${some(tx, 'events', lot.a)} ${clash} returning *)
    insert into check_ins (tenant_id, registration_id, event_id, door, method) select tenant_id, id, event_id, '东门', 'card' from registered`.execute(
      tx,
    ),
  mend: (tx, { a, b }) =>
    sql`
    update registrations set sex = ${pick(['male', 'female'], b)} where tenant_id = ${tx.tenantId} and id = ${some(tx, 'registrations', a)}`.execute(
      tx,
    ),
  end: async (tx, { a }) => {
    await sql`update events set state = 'closed' where tenant_id = ${tx.tenantId} and id = ${some(tx, 'events', a)}`.execute(
      tx,
    )
    await sql`insert into event_steps (tenant_id, id, event_id, step) select tenant_id, ${newId()}::uuid, id, 'closed' from events
      where tenant_id = ${tx.tenantId} and id = ${some(tx, 'events', a)}`.execute(tx)
  },
  rehost: (tx, lot) =>
    sql`
    update events set organisation_id = ${pick(hosts(lot), lot.b)}, host_kind = ${pick(['federation', 'site', 'women_workers'], lot.c)}
    where tenant_id = ${tx.tenantId} and id = ${some(tx, 'events', lot.a)}`.execute(tx),
  sheets: (tx, { a, c }) =>
    sql`
    insert into choice_closings (tenant_id, event_id, sheets, pairs) select tenant_id, id, ${c}::int, 0 from events
    where tenant_id = ${tx.tenantId} and id = ${some(tx, 'events', a)} ${clash}`.execute(tx),
  like: (tx, lot) => {
    const [a, b] = pair(lot)
    return sql`
      insert into mutual_interests (tenant_id, id, person_a, person_b, event_id, organisation_id)
      select tenant_id, ${newId()}::uuid, ${a}::uuid, ${b}::uuid, id, ${pick(hosts(lot), lot.c)}::uuid from events
      where tenant_id = ${tx.tenantId} and id = ${some(tx, 'events', lot.c)} ${clash}`.execute(tx)
  },
  couple: (tx, lot) =>
    sql`
    insert into couples (tenant_id, id, person_a, person_b, organisation_id, interest_id)
    select tenant_id, ${newId()}::uuid, person_a, person_b, ${pick(hosts(lot), lot.c)}::uuid, id from mutual_interests
    where tenant_id = ${tx.tenantId} and id = ${some(tx, 'mutual_interests', lot.a)} ${clash}`.execute(tx),
  confirm: (tx, { a }) =>
    sql`
    update couples set a_confirmed_at = app_now(), b_confirmed_at = app_now(), confirmed_at = app_now()
    where tenant_id = ${tx.tenantId} and id = ${some(tx, 'couples', a)}`.execute(tx),
  marry: (tx, lot) => {
    const [a, b] = pair(lot)
    return sql`insert into pair_outcomes (tenant_id, id, person_a, person_b, outcome, happened_on, organisation_id, told_by_person)
      values (${tx.tenantId}, ${newId()}, ${a}, ${b}, 'married', ${day(lot.c)}, ${pick(hosts(lot), lot.b)}, ${a})`.execute(
      tx,
    )
  },
  engage: (tx, lot) =>
    sql`
    insert into matchmakers (tenant_id, id, person_id, organisation_id, registered_on, registered_by, district_codes, caseload_limit)
    values (${tx.tenantId}, ${newId()}, ${pick(lot.people, lot.a)}, ${pick(hosts(lot), lot.b)}, ${day(lot.c)}, ${newId()}, '{}', 9) ${clash}`.execute(
      tx,
    ),
  take: (tx, lot) =>
    sql`
    insert into matchmaker_cases (tenant_id, id, matchmaker_id, person_id, opened_on)
    select tenant_id, ${newId()}::uuid, id, ${pick(lot.people, lot.b)}::uuid, ${day(lot.c)} from matchmakers
    where tenant_id = ${tx.tenantId} and id = ${some(tx, 'matchmakers', lot.a)} ${clash}`.execute(tx),
  dismiss: (tx, { a, b }) =>
    sql`
    update matchmaker_cases set ended_on = greatest(opened_on, ${day(b)}), end_reason = 'withdrawn', ended_at = now()
    where tenant_id = ${tx.tenantId} and id = ${some(tx, 'matchmaker_cases', a)}`.execute(tx),
  appoint: (tx, lot) =>
    sql`
    with made as (select ${newId()}::uuid as id)
    insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, starts_on, ends_before)
    select ${tx.tenantId}::uuid, id, id, ${pick(lot.people, lot.a)}::uuid, ${pick(['commissioner', 'union_chair'], lot.c)}, ${pick(employers(lot), lot.b)}::uuid,
      ${lot.b % 2 === 0}, 'document', ${day(lot.c)}, ${lot.a % 2 === 0 ? sql`null` : sql`${day(lot.c)} + ${1 + lot.b}::int`} from made`.execute(
      tx,
    ),
  release: (tx, { a }) =>
    sql`
    update appointments set superseded_at = now() where tenant_id = ${tx.tenantId} and superseded_at is null and post = 'commissioner'
      and id = ${some(tx, 'appointments', a)}`.execute(tx),
  party: (tx, lot) =>
    sql`
    insert into affiliations (tenant_id, id, child_id, parent_id, kind, starts_on, ends_before)
    select ${tx.tenantId}::uuid, ${newId()}::uuid, ${pick(employers(lot), lot.a)}::uuid, ${lot.tenant.federationId}::uuid, 'party', ${day(lot.b)}, ${lot.c % 2 === 0 ? sql`null` : sql`${day(lot.b)} + 9`}
    where not exists (select from affiliations where tenant_id = ${tx.tenantId} and kind = 'party' and child_id = ${pick(employers(lot), lot.a)})`.execute(
      tx,
    ),
  recommend: (tx, lot) =>
    sql`
    insert into talents (tenant_id, id, person_id, organisation_id, skills, trained_hours, available_from, full_time, wished_street_ids, entered_on, recorded_by)
    values (${tx.tenantId}, ${newId()}, ${pick(lot.people, lot.a)}, ${pick(hosts(lot), lot.b)}, '{}', 0, app_today(), false, '{}', ${day(lot.c)}, ${newId()}) ${clash}`.execute(
      tx,
    ),
  retire: (tx, { a, b }) =>
    sql`
    update talents set ended_on = greatest(entered_on, ${day(b)}), end_reason = 'own_wish', ended_at = now()
    where tenant_id = ${tx.tenantId} and ended_on is null and id = ${some(tx, 'talents', a)}`.execute(tx),
  teach: async (tx, { tenant, a }) => {
    await sql`insert into training_plans (tenant_id, id, organisation_id, year, budget_fen, funder, created_by)
      values (${tx.tenantId}, ${newId()}, ${tenant.federationId}, 2026, 0, 'federation', ${newId()}) ${clash}`.execute(
      tx,
    )
    await sql`insert into training_courses (tenant_id, id, plan_id, kind, title, class_hours, budget_fen, planned_month, created_by)
      select tenant_id, ${newId()}::uuid, id, 'induction', '初任', 8, 0, 1, ${newId()}::uuid from training_plans where tenant_id = ${tx.tenantId} ${clash}`.execute(
      tx,
    )
    await sql`insert into training_sessions (tenant_id, event_id, course_id, class_hours) select e.tenant_id, e.id, c.id, 4 from events e, training_courses c
      where e.tenant_id = ${tx.tenantId} and c.tenant_id = ${tx.tenantId} and e.id = ${some(tx, 'events', a)} ${clash}`.execute(
      tx,
    )
  },
  honour: (tx, lot) =>
    sql`
    insert into honours (tenant_id, id, organisation_id, title, rule_id, holder_organisation_id, deed, document_no, granted_on, code, granted_by)
    select ${tx.tenantId}::uuid, ${newId()}::uuid, ${pick(hosts(lot), lot.a)}::uuid, ${pick(['excellent_union', 'demonstration_point'], lot.b)}, r.id, ${pick(employers(lot), lot.a)}::uuid,
      '先进', '测试', ${day(lot.c)}, ${newId()}::text, ${newId()}::uuid from rules r where r.key = 'honours.titles' limit 1`.execute(
      tx,
    ),
  revoke: (tx, { a }) =>
    sql`
    insert into honour_revocations (tenant_id, honour_id, reason, revoked_on, revoked_by)
    select tenant_id, id, '测试', app_today(), ${newId()}::uuid from honours where tenant_id = ${tx.tenantId} and id = ${some(tx, 'honours', a)} ${clash}`.execute(
      tx,
    ),
  elect: (tx, lot) =>
    sql`
    insert into elections (tenant_id, id, organisation_id, kind, title, seats, term_years, meeting_on, rules)
    values (${tx.tenantId}, ${newId()}, ${pick(unions(lot), lot.a)}, ${pick(['committee', 'chair'], lot.b)}, '换届', 3, 5, app_today(), '{}')`.execute(
      tx,
    ),
  confirmElection: (tx, lot) =>
    sql`
    insert into election_steps (tenant_id, election_id, step, taken_at)
    select tenant_id, id, 'confirmed', ${day(lot.b)} + interval '1 hour' from elections where tenant_id = ${tx.tenantId} and id = ${some(tx, 'elections', lot.a)} ${clash}`.execute(
      tx,
    ),
  assess: async (tx, lot) => {
    const [scheme, period, assessment] = [newId(), newId(), newId()]
    const author = newId()
    await sql`insert into assessment_schemes (tenant_id, id, organisation_id, subject_kind, name, created_by)
      values (${tx.tenantId}, ${scheme}, ${lot.tenant.federationId}, 'commissioner', ${`考核${scheme}`}, ${author})`.execute(
      tx,
    )
    await sql`insert into assessment_scheme_versions (tenant_id, scheme_id, version, content, written_by) values (${tx.tenantId}, ${scheme}, 1, '{}', ${author})`.execute(
      tx,
    )
    const starts = sql`(date_trunc('month', ${day(lot.a)})::date)`
    await sql`insert into assessment_periods (tenant_id, id, organisation_id, scheme_id, scheme_version, name, starts_on, ends_before, terms, opened_by)
      values (${tx.tenantId}, ${period}, ${lot.tenant.federationId}, ${scheme}, 1, '年度', ${starts}, (${starts} + interval '1 month')::date, '{}', ${author})`.execute(
      tx,
    )
    await sql`insert into assessments (tenant_id, id, period_id, person_id, state, created_by)
      values (${tx.tenantId}, ${assessment}, ${period}, ${pick(lot.people, lot.b)}, ${pick(['open', 'final'], lot.c)}, ${author})`.execute(
      tx,
    )
    await sql`insert into assessment_results (tenant_id, assessment_id, no, grade, facts, reasons, reviewed_by, reviewer_id)
      values (${tx.tenantId}, ${assessment}, 1, 'good', '{}', '[]', ${author}, ${pick(lot.people, lot.b + 1)})`.execute(
      tx,
    )
    await serve(tx, lot, assessment)
  },
  serve: async (tx, lot) => {
    const { rows } = await sql<{ id: string }>`select ${some(tx, 'assessments', lot.a)} as id`.execute(tx)
    if (rows[0]!.id !== null) await serve(tx, lot, rows[0]!.id)
  },
  closePeriod: (tx, { a }) =>
    sql`
    update assessment_periods set closed_at = app_now(), closed_by = opened_by
    where tenant_id = ${tx.tenantId} and closed_at is null and id = ${some(tx, 'assessment_periods', a)}`.execute(
      tx,
    ),
  finish: (tx, { a, b }) =>
    sql`
    update assessments set state = ${pick(['final', 'appealed'], b)} where tenant_id = ${tx.tenantId} and id = ${some(tx, 'assessments', a)}`.execute(
      tx,
    ),
  regrade: (tx, { a, c }) =>
    sql`
    insert into assessment_results (tenant_id, assessment_id, no, grade, facts, reasons, reviewed_by, reviewer_id)
    select r.tenant_id, r.assessment_id, max(r.no) + 1, ${pick(['excellent', 'pass'], c)}, '{}', '[]', ${newId()}::uuid, (array_agg(r.reviewer_id))[1]
    from assessment_results r where r.tenant_id = ${tx.tenantId} and r.assessment_id = ${some(tx, 'assessments', a)} group by 1, 2`.execute(
      tx,
    ),
}

const serve = (tx: Tx, lot: Lot, assessmentId: string) =>
  sql`
  insert into assessment_posts (tenant_id, assessment_id, organisation_id, starts_on, ends_before, post)
  values (${tx.tenantId}, ${assessmentId}, ${pick(unions(lot), lot.a + lot.c)}, ${day(lot.b)}, ${lot.c % 2 === 0 ? sql`null` : sql`${day(lot.b)} + 40`}, 'commissioner') ${clash}`.execute(
    tx,
  )
