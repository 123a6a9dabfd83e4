import { sql, type RawBuilder } from 'kysely'
import type { Appointment, operations } from '#contract/appointments.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import {
  appointmentColumns,
  appointmentJoins,
  asAppointment,
  type AppointmentColumns,
} from './appointment-columns.ts'
import { postsToGive } from '../policy.ts'

type Input = InputOf<(typeof operations)['listAppointments']>

/** Appointments within scope, the one that ends first on top. An organisation out of scope answers like one that is not there. */
export async function listAppointments(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: Appointment[]; nextCursor: string | null; total: number }> {
  if (input.organisationId !== undefined)
    await mustReach(tx, { actor, permission: 'appointments.read' }, input.organisationId)
  const limit = input.limit ?? 50
  const [day, id] = readCursor(input.cursor, ['', ''])
  const matching = sql`from appointments a join persons holder on holder.tenant_id = a.tenant_id and holder.id = a.person_id
    where ${conditions(tx, actor, input)}`
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${matching}`.execute(
    tx,
  )
  const { rows } = await sql<AppointmentColumns & { dueKey: string }>`
    with page as (
      select a.id, coalesce(a.ends_before, 'infinity'::date) as due ${matching}
        and (${id} = '' or (coalesce(a.ends_before, 'infinity'::date), a.id) > (nullif(${day}, '')::date, nullif(${id}, '')::uuid))
      order by coalesce(a.ends_before, 'infinity'::date), a.id limit ${limit + 1})
    select ${appointmentColumns(tx, actor, await postsToGive(tx, actor))}, page.due::text as "dueKey"
    from page join appointments a on a.tenant_id = ${tx.tenantId} and a.id = page.id ${appointmentJoins(tx)}
    order by page.due, page.id`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(asAppointment),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.dueKey, last.versionId]) : null,
    total: counted[0]!.total,
  }
}

function conditions(tx: Tx, actor: Actor, input: Input): RawBuilder<unknown> {
  const { today } = actor
  const parts = [
    sql`a.tenant_id = ${tx.tenantId} and a.superseded_at is null`,
    inScope(tx, { actor, permission: 'appointments.read' }, sql.ref('a.organisation_id')),
    stateCondition(input.state ?? 'current', today),
  ]
  if (input.organisationId !== undefined)
    parts.push(
      input.includeSubtree === false
        ? sql`a.organisation_id = ${input.organisationId}`
        : sql`exists (select from organisation_tree below where below.tenant_id = a.tenant_id and below.descendant_id = a.organisation_id
            and below.ancestor_id = ${input.organisationId} and below.starts_on <= ${today}::date
            and (below.ends_before is null or ${today}::date < below.ends_before))`,
    )
  if (input.post !== undefined) parts.push(sql`a.post = ${input.post}`)
  if (input.basis !== undefined) parts.push(sql`a.basis = ${input.basis}`)
  if (input.endingWithin !== undefined)
    parts.push(
      sql`a.ends_before > ${today}::date and a.ends_before <= ${addDays(today, input.endingWithin)}::date`,
    )
  if (input.q !== undefined && input.q.trim() !== '')
    parts.push(sql`strpos(holder.name, ${input.q.trim()}) > 0`)
  return sql.join(parts, sql` and `)
}

function stateCondition(state: 'current' | 'planned' | 'ended', today: string): RawBuilder<unknown> {
  switch (state) {
    case 'current':
      return sql`a.starts_on <= ${today}::date and (a.ends_before is null or ${today}::date < a.ends_before)`
    case 'planned':
      return sql`a.starts_on > ${today}::date`
    case 'ended':
      return sql`a.ends_before <= ${today}::date`
  }
}
