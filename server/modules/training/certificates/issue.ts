import { sql } from 'kysely'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { attended } from '../attendance.ts'
import { endInductionTasks } from '../induction-task.ts'
import { lockPlan } from '../plans/store.ts'

/**
 * Issues the certificates that follow from the closing of a session: to whoever has now come to as many class hours of its course as it asks,
 * and has none. Numbered within the plan, in the order of names; the plan is locked meanwhile.
 */
export async function issueCertificates(tx: Tx, eventId: string): Promise<void> {
  const { rows } = await sql<{
    courseId: string
    kind: string
    planId: string
    classHours: number
    title: string
  }>`
    select c.id as "courseId", c.kind, c.plan_id as "planId", c.class_hours as "classHours", c.title from training_sessions s
    join training_courses c on c.tenant_id = s.tenant_id and c.id = s.course_id
    where s.tenant_id = ${tx.tenantId} and s.event_id = ${eventId}`.execute(tx)
  const course = rows[0]
  if (course === undefined) return
  const plan = await lockPlan(tx, course.planId)
  const complete = await sql<{ personId: string; completedOn: string }>`
    select x.person_id as "personId", max(x.day) as "completedOn" from (${attended(tx)}) x
    join persons p on p.tenant_id = ${tx.tenantId} and p.id = x.person_id
    where x.course_id = ${course.courseId} and not exists (select from training_certificates t where t.tenant_id = ${tx.tenantId}
      and t.course_id = ${course.courseId} and t.person_id = x.person_id)
    group by x.person_id, p.name having sum(x.class_hours) >= ${course.classHours} order by p.name, x.person_id`.execute(
    tx,
  )
  if (complete.rows.length === 0) return
  await sql`
    insert into training_certificates (tenant_id, id, course_id, person_id, number, class_hours, completed_on)
    select ${tx.tenantId}::uuid, n.id, ${course.courseId}::uuid, n.person_id, ${plan!.year} || '-' || lpad((n.at + taken.count)::text, 5, '0'),
      ${course.classHours}::smallint, n.completed_on
    from unnest(${complete.rows.map(() => newId())}::uuid[], ${complete.rows.map((row) => row.personId)}::uuid[],
      ${complete.rows.map((row) => row.completedOn)}::date[]) with ordinality as n (id, person_id, completed_on, at)
    cross join (select count(*) from training_certificates t join training_courses c on c.tenant_id = t.tenant_id and c.id = t.course_id
      where c.tenant_id = ${tx.tenantId} and c.plan_id = ${course.planId}) taken`.execute(tx)
  if (course.kind === 'induction')
    await endInductionTasks(
      tx,
      complete.rows.map((row) => row.personId),
    )
  await audit(tx, null, 'training.certified', {
    kind: 'training_course',
    id: course.courseId,
    organisationId: plan!.organisationId,
    params: { certificates: complete.rows.length },
  })
}
