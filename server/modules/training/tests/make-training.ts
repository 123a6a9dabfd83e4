import { sql } from 'kysely'
import type { Me } from '#contract/sessions.ts'
import { makeEvent } from '#server/modules/events/tests/make-event.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'

/** A district with a plan of this year and one course, and what tests do with sessions. */
export async function makeTraining({ classHours = 8 }: { classHours?: number } = {}) {
  const tenant = await makeTenant()
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const { rows } = await tenant.inside((tx) =>
    sql<{ year: number }>`select extract(year from app_today())::int as year`.execute(tx),
  )
  const year = rows[0]!.year
  const plan = await district.post<{ planId: string }>('/training/plans', {
    organisationId: tenant.federationId,
    year,
    budgetFen: 100_000_00,
    funder: 'district_finance',
  })
  const course = await district.post<{ courseId: string }>(`/training/plans/${plan.body.planId}/courses`, {
    kind: 'induction',
    title: '新任党工专员初任培训',
    classHours,
    budgetFen: 60_000_00,
    plannedMonth: 3,
  })
  const { courseId } = course.body
  return {
    tenant,
    district,
    year,
    planId: plan.body.planId,
    courseId,
    /** A session that is over, to which these came; not closed yet. */
    session: (hours: number, persons: readonly string[]) =>
      tenant.inside(async (tx) => {
        const eventId = await makeEvent(tx, {
          organisationId: tenant.federationId,
          kind: 'training',
          title: '初任培训第一期',
          seating: 'none',
          rounds: 0,
          roundMinutes: 0,
          choices: null,
          opensInHours: -200,
          closesInHours: -100,
          startsInHours: -4,
          endsInHours: -1,
        })
        await sql`insert into training_sessions (tenant_id, event_id, course_id, class_hours)
          values (${tx.tenantId}, ${eventId}, ${courseId}, ${hours})`.execute(tx)
        for (const [at, personId] of persons.entries()) {
          const id = newId()
          await sql`insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state, badge_no)
            values (${tx.tenantId}, ${id}, ${eventId}, ${personId}, ${tenant.north.unionId}, 'female', '35-39', false, 'admitted', ${at + 1})`.execute(
            tx,
          )
          await sql`insert into check_ins (tenant_id, registration_id, event_id, door, method)
            values (${tx.tenantId}, ${id}, ${eventId}, '东门', 'badge')`.execute(tx)
        }
        return eventId
      }),
    close: (eventId: string) => district.post<object>(`/events/${eventId}/closing`),
  }
}

/** The person behind a client. */
export async function personOf(client: TestClient): Promise<string> {
  return (await client.get<Me>('/me')).body.person.id
}
