import { sql } from 'kysely'
import type { TrainingOptions } from '#contract/training.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'

/** Writes what only a training session has, or writes it anew. The course must be of the host's own plan, of one above or of one below it. */
export async function saveSession(tx: Tx, eventId: string, options: TrainingOptions): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into training_sessions (tenant_id, event_id, course_id, class_hours)
    select e.tenant_id, e.id, c.id, ${options.classHours} from events e
    join training_courses c on c.tenant_id = e.tenant_id and c.id = ${options.courseId}
    join training_plans p on p.tenant_id = c.tenant_id and p.id = c.plan_id
    where e.tenant_id = ${tx.tenantId} and e.id = ${eventId} and exists (select from organisation_tree t where t.tenant_id = e.tenant_id
      and (t.ancestor_id, t.descendant_id) in ((p.organisation_id, e.organisation_id), (e.organisation_id, p.organisation_id)))
    on conflict (tenant_id, event_id) do update set course_id = excluded.course_id, class_hours = excluded.class_hours`.execute(
    tx,
  )
  if (Number(numAffectedRows) === 0) refuse('training.course_unknown')
}

/** What only a training session has; null where the event is of another kind. */
export async function sessionOf(tx: Tx, eventId: string): Promise<TrainingOptions | null> {
  const row = await tx
    .selectFrom('training_sessions')
    .select(['course_id as courseId', 'class_hours as classHours'])
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row ?? null
}
