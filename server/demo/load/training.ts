import { sql } from 'kysely'
import { issueCertificates } from '#server/modules/training/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Who is trained and assessed in the demo, and the federation that does it. */
export interface Assessed {
  top: string
  personIds: readonly string[]
}

/** Courses of a year: in which month, how many class hours, what they cost, and of a hundred who come how many. */
const courses = [
  { kind: 'induction', title: '新任党工专员初任培训', month: 3, hours: 8, yuan: 60_000, share: 45 },
  { kind: 'rotation', title: '党工专员集中轮训', month: 6, hours: 8, yuan: 80_000, share: 85 },
  { kind: 'topic', title: '集体协商专题培训', month: 9, hours: 4, yuan: 40_000, share: 60 },
] as const

/** Training of three years, this one the last: plans, courses, a session of each that is over, who came, certificates. */
export async function loadTraining(tx: Tx, assessed: Assessed): Promise<void> {
  const { rows } = await sql<{ day: string; officer: string }>`
    select app_today() as day, (select appointment_id from appointments where tenant_id = ${tx.tenantId} and organisation_id = ${assessed.top}
      and post = 'federation_officer' and superseded_at is null order by starts_on, appointment_id limit 1) as officer`.execute(
    tx,
  )
  const { day, officer } = rows[0]!
  const thisYear = Number(day.slice(0, 4))
  for (const year of [thisYear - 2, thisYear - 1, thisYear]) {
    const planId = newId()
    await sql`insert into training_plans (tenant_id, id, organisation_id, year, budget_fen, funder, document_no, created_by, created_at)
      values (${tx.tenantId}, ${planId}, ${assessed.top}, ${year}, 20000000, 'district_finance', ${`甬北工〔${year}〕6号`}, ${officer},
        ${`${year}-01-20T02:00:00Z`})`.execute(tx)
    for (const course of courses) {
      const courseId = newId()
      await sql`insert into training_courses (tenant_id, id, plan_id, kind, title, class_hours, budget_fen, planned_month, created_by, created_at)
        values (${tx.tenantId}, ${courseId}, ${planId}, ${course.kind}, ${course.title}, ${course.hours}, ${course.yuan * 100}, ${course.month}, ${officer},
          ${`${year}-01-20T02:00:00Z`})`.execute(tx)
      const heldOn = `${year}-${String(course.month).padStart(2, '0')}-16`
      if (heldOn < day) await holdSession(tx, assessed, { course, courseId, heldOn, officer })
    }
  }
}

interface Held {
  course: (typeof courses)[number]
  courseId: string
  heldOn: string
  officer: string
}

async function holdSession(tx: Tx, { top, personIds }: Assessed, held: Held): Promise<void> {
  const { course, courseId, heldOn, officer } = held
  const eventId = newId()
  const at = (time: string) => sql`${`${heldOn}T${time}:00+08:00`}::timestamptz`
  await sql`insert into events (tenant_id, id, kind, organisation_id, host_kind, title, summary, venue, address, starts_at, ends_at,
      registration_opens_at, registration_closes_at, cancel_until, admission, capacity, seating, rounds, round_minutes, two_part, state, created_by, created_at)
    values (${tx.tenantId}, ${eventId}, 'training', ${top}, 'federation', ${`${course.title}（${heldOn.slice(0, 4)} 年）`}, '全天集中授课，签到计学时。',
      '区委党校', '江北区教室楼 2 号报告厅', ${at('09:00')}, ${at('16:30')}, ${at('09:00')} - interval '20 days', ${at('09:00')} - interval '3 days',
      ${at('09:00')} - interval '3 days', 'first_come', 200, 'none', 0, 0, false, 'closed', ${officer}, ${at('09:00')} - interval '25 days')`.execute(
    tx,
  )
  for (const [step, taken] of [
    ['published', sql`${at('09:00')} - interval '20 days'`],
    ['closed', sql`${at('17:00')}`],
  ] as const)
    await sql`insert into event_steps (tenant_id, id, event_id, step, taken_by, taken_at) values (${tx.tenantId}, ${newId()}, ${eventId}, ${step}, ${officer}, ${taken})`.execute(
      tx,
    )
  await sql`insert into training_sessions (tenant_id, event_id, course_id, class_hours) values (${tx.tenantId}, ${eventId}, ${courseId}, ${course.hours})`.execute(
    tx,
  )
  await sql`
    with comes as (
      select p.id as person_id, p.sex, m.union_id, row_number() over (order by n.at) as badge
      from unnest(${personIds}::uuid[]) with ordinality as n (id, at)
      join persons p on p.tenant_id = ${tx.tenantId} and p.id = n.id
      join member_index m on m.tenant_id = p.tenant_id and m.person_id = p.id
      where p.sex is not null and (n.at * 37 + ${course.month * 11}) % 100 < ${course.share}),
    registered as (
      insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state, badge_no, registered_at, changed_at)
      select ${tx.tenantId}::uuid, gen_random_uuid(), ${eventId}::uuid, person_id, union_id, sex, '35-39', false, 'admitted', badge,
        ${at('09:00')} - interval '10 days', ${at('09:00')} - interval '10 days' from comes returning id, badge_no)
    insert into check_ins (tenant_id, registration_id, event_id, door, method, checked_in_by, checked_in_at)
    select ${tx.tenantId}::uuid, id, ${eventId}::uuid, '报告厅', 'badge', ${officer}::uuid, ${at('08:45')} from registered where badge_no % 12 > 0`.execute(
    tx,
  )
  await issueCertificates(tx, eventId)
}
