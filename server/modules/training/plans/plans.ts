import { sql, type RawBuilder } from 'kysely'
import type {
  CourseChoice,
  TrainingCourse,
  TrainingPlan,
  TrainingPlanRow,
  TrainingSession,
} from '#contract/training.ts'
import { canReach, inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** Yearly plans within scope, the latest year first, with what has come of them. */
export async function listTrainingPlans(
  tx: Tx,
  actor: Actor,
  input: { year?: number },
): Promise<{ items: TrainingPlanRow[] }> {
  const { year = null } = input
  return { items: await plansWhere(tx, actor, sql`${year}::int is null or plan.year = ${year}`) }
}

/** One plan with its courses and their sessions. */
export async function getTrainingPlan(
  tx: Tx,
  actor: Actor,
  input: { planId: string },
): Promise<TrainingPlan> {
  const plan = found((await plansWhere(tx, actor, sql`plan.id = ${input.planId}`))[0])
  const courses = await coursesOf(tx, plan.id)
  const sessions = await sessionsOf(tx, plan.id)
  return {
    ...plan,
    list: courses.map((course) => ({
      ...course,
      held: sessions
        .filter(({ courseId }) => courseId === course.id)
        .map(({ courseId: _course, ...session }) => session),
    })),
    can: { write: await canReach(tx, { actor, permission: 'training.write' }, plan.organisationId) },
  }
}

/** Courses of plans of this year and the next, of one's own organisation, of what leads it and of what it leads: a session may be held of each. */
export async function listCourseChoices(tx: Tx, actor: Actor): Promise<{ items: CourseChoice[] }> {
  const own = actor.appointment?.organisationId ?? null
  const { rows } = await sql<CourseChoice>`
    select c.id, c.title, c.kind, plan.year, c.class_hours as "classHours", o.name as "organisationName"
    from training_courses c join training_plans plan on plan.tenant_id = c.tenant_id and plan.id = c.plan_id
    cross join lateral (${lastName(tx, sql.ref('plan.organisation_id'))}) o
    where c.tenant_id = ${tx.tenantId} and plan.year between extract(year from app_today())::int - 1 and extract(year from app_today())::int + 1
      and (${inScope(tx, { actor, permission: 'training.write' }, sql.ref('plan.organisation_id'))} or exists (
        select from organisation_tree t where t.tenant_id = plan.tenant_id and t.ancestor_id = plan.organisation_id and t.descendant_id = ${own}::uuid
          and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before)))
    order by plan.year desc, c.planned_month, c.id limit 200`.execute(tx)
  return { items: rows }
}

/** Sessions that are closed, who came to them, and certificates, of the sessions under a condition on `c` (course). */
function attendance(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select count(distinct e.id)::int as sessions, count(distinct coalesce(a.person_id, r.person_id))::int as persons, count(i.registration_id)::int as "personTimes"
    from training_courses c
    join training_sessions s on s.tenant_id = c.tenant_id and s.course_id = c.id
    join events e on e.tenant_id = s.tenant_id and e.id = s.event_id and e.state = 'closed'
    left join check_ins i on i.tenant_id = e.tenant_id and i.event_id = e.id
    left join registrations r on r.tenant_id = i.tenant_id and r.id = i.registration_id
    left join person_aliases a on a.tenant_id = r.tenant_id and a.alias_id = r.person_id and a.undone_at is null
    where ${condition}`
}

async function plansWhere(tx: Tx, actor: Actor, condition: RawBuilder<unknown>): Promise<TrainingPlanRow[]> {
  const { rows } = await sql<TrainingPlanRow>`
    select plan.id, plan.organisation_id as "organisationId", o.name as "organisationName", plan.year, plan.budget_fen::float8 as "budgetFen", plan.funder,
      plan.document_no as "documentNo", x.*, k.*,
      (select count(*)::int from training_certificates t join training_courses c on c.tenant_id = t.tenant_id and c.id = t.course_id
        where c.tenant_id = plan.tenant_id and c.plan_id = plan.id) as certificates
    from training_plans plan
    cross join lateral (${lastName(tx, sql.ref('plan.organisation_id'))}) o
    cross join lateral (${attendance(sql`c.tenant_id = plan.tenant_id and c.plan_id = plan.id`)}) x
    cross join lateral (select count(*)::int as courses, coalesce(sum(c.budget_fen), 0)::float8 as "plannedFen" from training_courses c
      where c.tenant_id = plan.tenant_id and c.plan_id = plan.id) k
    where plan.tenant_id = ${tx.tenantId} and (${condition}) and ${inScope(tx, { actor, permission: 'training.read' }, sql.ref('plan.organisation_id'))}
    order by plan.year desc, o.name, plan.id limit 200`.execute(tx)
  return rows
}

async function coursesOf(tx: Tx, planId: string): Promise<Omit<TrainingCourse, 'held'>[]> {
  const { rows } = await sql<Omit<TrainingCourse, 'held'>>`
    select d.id, d.kind, d.title, d.class_hours as "classHours", d.budget_fen::float8 as "budgetFen", d.planned_month as "plannedMonth", x.*,
      (select count(*)::int from training_certificates t where t.tenant_id = d.tenant_id and t.course_id = d.id) as certificates
    from training_courses d
    cross join lateral (${attendance(sql`c.tenant_id = d.tenant_id and c.id = d.id`)}) x
    where d.tenant_id = ${tx.tenantId} and d.plan_id = ${planId} order by d.planned_month, d.id`.execute(tx)
  return rows
}

async function sessionsOf(tx: Tx, planId: string): Promise<(TrainingSession & { courseId: string })[]> {
  const { rows } = await sql<Omit<TrainingSession, 'startsAt'> & { startsAt: Date; courseId: string }>`
    select s.course_id as "courseId", e.id as "eventId", e.title, e.starts_at as "startsAt", e.venue, e.state, s.class_hours as "classHours",
      (select count(*)::int from registrations r where r.tenant_id = e.tenant_id and r.event_id = e.id and r.state = 'admitted') as registered,
      (select count(*)::int from check_ins i where i.tenant_id = e.tenant_id and i.event_id = e.id) as attended
    from training_sessions s join training_courses c on c.tenant_id = s.tenant_id and c.id = s.course_id
    join events e on e.tenant_id = s.tenant_id and e.id = s.event_id
    where s.tenant_id = ${tx.tenantId} and c.plan_id = ${planId} and e.state <> 'cancelled' order by e.starts_at, e.id`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }))
}
