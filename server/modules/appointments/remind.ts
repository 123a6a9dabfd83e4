import { sql } from 'kysely'
import { createTask, overtakeTasks } from '#server/modules/inbox/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { insertReminders } from './store.ts'

interface Named {
  appointmentId: string
  /** The organisation whose officers decide: the one above, for the top itself. */
  aboveId: string
  concernsOn: string
}

/**
 * Once a day: whose term ends within the days of the rule, and who holds a post of a union though their membership is over. The union above
 * gets one task for all that are new; each appointment is named once. Tasks about nobody any more end by themselves. Returns how many were named.
 */
export async function remindOfAppointments(tx: Tx): Promise<number> {
  const day = await today(tx)
  const { value: steps } = await ruleFor<number[]>(tx, 'appointments.reminder_days', day)
  let named = 0
  for (const days of steps.toSorted((a, b) => a - b)) {
    const kind = `term_${days}`
    named += await nameThem(tx, {
      kind,
      task: 'appointments.terms_ending',
      params: { days },
      rows: await termsWithin(tx, { day, days, kind }),
    })
  }
  const kind = 'membership_over'
  const rows = await withoutMembership(tx, day, kind)
  named += await nameThem(tx, { kind, task: 'appointments.check_posts', params: {}, rows })
  await endOvertaken(tx, day)
  return named
}

async function nameThem(
  tx: Tx,
  found: { kind: string; task: string; params: Record<string, number>; rows: readonly Named[] },
): Promise<number> {
  for (const [organisationId, rows] of Map.groupBy(found.rows, (row) => row.aboveId)) {
    const taskId = await createTask(tx, null, {
      kind: found.task,
      organisationId,
      permission: 'appointments.write',
      subjectId: rows.length === 1 ? rows[0]!.appointmentId : organisationId,
      params: { ...found.params, count: rows.length },
      dueOn: rows.map((row) => row.concernsOn).sort()[0]!,
    })
    await insertReminders(
      tx,
      taskId,
      rows.map((row) => ({ appointmentId: row.appointmentId, kind: found.kind, concernsOn: row.concernsOn })),
    )
  }
  return found.rows.length
}

/** Terms that end within so many days and have not been named for it, nor for fewer days. */
async function termsWithin(
  tx: Tx,
  { day, days, kind }: { day: string; days: number; kind: string },
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select a.appointment_id as "appointmentId", ${above(tx, day)} as "aboveId", a.ends_before - 1 as "concernsOn" from appointments a
    where a.tenant_id = ${tx.tenantId} and a.superseded_at is null and a.substitutes_id is null and a.starts_on <= ${day}::date
      and a.ends_before > ${day}::date and a.ends_before <= ${day}::date + ${days}::int and a.end_reason is null
      and not exists (select from appointment_reminders r where r.tenant_id = a.tenant_id and r.appointment_id = a.appointment_id
        and r.concerns_on = a.ends_before - 1 and (r.kind = ${kind} or substr(r.kind, 1, 5) = 'term_' and substr(r.kind, 6)::int < ${days}::int))
    order by a.ends_before, a.appointment_id`.execute(tx)
  return rows
}

/** Posts of a union held by somebody whose last membership is over; whoever never was a member is not meant. */
async function withoutMembership(tx: Tx, day: string, kind: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select a.appointment_id as "appointmentId", ${above(tx, day)} as "aboveId", last.ends_before as "concernsOn" from appointments a
    join lateral (
      select max(m.ends_before) as ends_before from memberships m
      where m.tenant_id = a.tenant_id and m.person_id = a.person_id and m.superseded_at is null
      having bool_and(m.ends_before <= ${day}::date)) last on true
    where a.tenant_id = ${tx.tenantId} and a.superseded_at is null and a.post in ('union_chair', 'union_vice_chair', 'union_officer')
      and a.starts_on <= ${day}::date and (a.ends_before is null or ${day}::date < a.ends_before)
      and not exists (select from appointment_reminders r where r.tenant_id = a.tenant_id and r.appointment_id = a.appointment_id
        and r.kind = ${kind} and r.concerns_on = last.ends_before)
    order by a.appointment_id`.execute(tx)
  return rows
}

function above(tx: Tx, day: string) {
  return sql`coalesce((select t.ancestor_id from organisation_tree t where t.tenant_id = ${tx.tenantId} and t.descendant_id = a.organisation_id
    and t.depth = 1 and t.starts_on <= ${day}::date and (t.ends_before is null or ${day}::date < t.ends_before) limit 1), a.organisation_id)`
}

/** Tasks all of whose appointments have ended, or have been ended earlier, since. */
async function endOvertaken(tx: Tx, day: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select r.task_id as id from appointment_reminders r
    left join appointments a on a.tenant_id = r.tenant_id and a.appointment_id = r.appointment_id and a.superseded_at is null
      and (a.ends_before is null or a.ends_before > ${day}::date) and a.end_reason is null
    where r.tenant_id = ${tx.tenantId}
      and not exists (select from inbox_task_endings e where e.tenant_id = r.tenant_id and e.task_id = r.task_id)
    group by r.task_id having count(a.appointment_id) = 0`.execute(tx)
  await overtakeTasks(
    tx,
    null,
    rows.map((row) => row.id),
  )
}
