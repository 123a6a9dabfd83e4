import { sql, type RawBuilder } from 'kysely'
import type { CountedRecord } from '#contract/assessments.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Somebody's training on a day: which, and how many class hours. */
interface Attendance {
  id: string
  personId: string
  eventId: string
  courseId: string
  kind: string
  title: string
  on: string
  classHours: number
}

/**
 * Attendances of closed sessions, one row for each check-in, as columns of `Attendance` in snake case; persons by their root record, as known at
 * a moment (null: now). The one place that says what counts as attended.
 */
export function attended(tx: Tx, knownAt: string | null = null): RawBuilder<unknown> {
  const joined =
    knownAt === null
      ? sql`a.undone_at is null`
      : sql`a.recorded_at <= ${knownAt}::timestamptz and (a.undone_at is null or a.undone_at > ${knownAt}::timestamptz)`
  return sql`
    select i.registration_id as id, coalesce(a.person_id, r.person_id) as person_id, e.id as event_id, s.course_id, c.kind, e.title,
      e.organisation_id, (e.starts_at at time zone 'Asia/Shanghai')::date as day, s.class_hours
    from training_sessions s
    join training_courses c on c.tenant_id = s.tenant_id and c.id = s.course_id
    join events e on e.tenant_id = s.tenant_id and e.id = s.event_id and e.state = 'closed'
    join check_ins i on i.tenant_id = e.tenant_id and i.event_id = e.id
    join registrations r on r.tenant_id = i.tenant_id and r.id = i.registration_id
    left join person_aliases a on a.tenant_id = r.tenant_id and a.alias_id = r.person_id and ${joined}
    where s.tenant_id = ${tx.tenantId}`
}

/** Attendances of these persons (root records), the latest first. */
export async function attendancesOf(tx: Tx, personIds: readonly string[]): Promise<Attendance[]> {
  const { rows } = await sql<Attendance>`
    select x.id, x.person_id as "personId", x.event_id as "eventId", x.course_id as "courseId", x.kind, x.title, x.day as "on",
      x.class_hours as "classHours"
    from (${attended(tx)}) x where x.person_id = any(${personIds}::uuid[]) order by x.day desc, x.id`.execute(
    tx,
  )
  return rows
}

/** The same as records of an assessment: class hours of each person from a day until before another. */
export async function trainingRecords(
  tx: Tx,
  asked: readonly { personId: string; from: string; until: string }[],
): Promise<CountedRecord[][]> {
  const all = await attendancesOf(tx, [...new Set(asked.map(({ personId }) => personId))])
  return asked.map(({ personId, from, until }) =>
    all
      .filter((each) => each.personId === personId && from <= each.on && each.on < until)
      .map(({ id, title, on, classHours }) => ({ id, kind: 'training', label: title, on, value: classHours }))
      .reverse(),
  )
}
