import { sql, type RawBuilder } from 'kysely'
import type { operations } from '#contract/access.ts'
import type { Delegation } from '#contract/appointments.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { may } from '../rules.ts'

/** What the appointment in use has passed on and been given, the newest first. */
export async function listOwnDelegations(
  tx: Tx,
  actor: Actor,
): Promise<{ given: Delegation[]; received: Delegation[] }> {
  if (actor.appointment === null) return { given: [], received: [] }
  const rows = await delegationsOf(tx, actor, actor.appointment.id)
  const own = actor.appointment.id
  return {
    given: rows.filter((row) => row.giver.appointmentId === own),
    received: rows.filter((row) => row.receiver.appointmentId === own),
  }
}

/** Delegations given by or to one appointment, the newest first. */
export async function delegationsOf(tx: Tx, actor: Actor, appointmentId: string): Promise<Delegation[]> {
  const { rows } = await sql<Delegation>`
    ${delegations(tx, actor)} and (d.giver_id = ${appointmentId} or d.receiver_id = ${appointmentId}) order by d.id desc`.execute(
    tx,
  )
  return rows
}

/** All delegations of the tenant for the security administrator, the newest first. */
export async function listDelegations(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listDelegations']>,
): Promise<{ items: Delegation[]; nextCursor: string | null }> {
  const limit = input.limit ?? 50
  const [after] = readCursor(input.cursor, [''])
  const { rows } = await sql<Delegation>`
    select * from (${delegations(tx, actor)}) row
    where (${input.state ?? null}::text is null or row.state = ${input.state ?? null})
      and (${after} = '' or row.id < nullif(${after}, '')::uuid)
    order by row.id desc limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null }
}

function delegations(tx: Tx, actor: Actor): RawBuilder<unknown> {
  const mayRevoke = may(actor, 'grants.manage')
  const own = actor.appointment?.id ?? null
  const state = sql`case when coalesce(ended.ends_before, d.ends_before) <= ${actor.today}::date or giver.over then 'ended'
      when d.starts_on > ${actor.today}::date then 'planned' else 'running' end`
  return sql`
    select d.id, giver.shown as giver, receiver.shown as receiver, d.organisation_id as "organisationId", at.name as "organisationName", d.reach,
      array(select g.permission from grants g where g.tenant_id = d.tenant_id and g.delegation_id = d.id order by g.permission) as permissions,
      d.reason, d.document_no as "documentNo", d.starts_on as "startsOn", coalesce(ended.ends_before, d.ends_before) as "endsBefore", ${state} as state,
      (${state} <> 'ended' and (${mayRevoke} or d.giver_id = ${own}::uuid)) as "canEnd"
    from delegations d
    cross join lateral (${appointmentShown(tx, actor.today, sql.ref('d.giver_id'))}) giver
    cross join lateral (${appointmentShown(tx, actor.today, sql.ref('d.receiver_id'))}) receiver
    cross join lateral (${lastName(tx, sql.ref('d.organisation_id'))}) at
    left join delegation_endings ended on ended.tenant_id = d.tenant_id and ended.delegation_id = d.id
    where d.tenant_id = ${tx.tenantId}`
}

// The newest version says who and where, also when the appointment is over.
function appointmentShown(tx: Tx, day: string, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select jsonb_build_object('appointmentId', a.appointment_id, 'name', n.name, 'post', a.post, 'organisationName', o.name) as shown,
      (a.superseded_at is not null or coalesce(a.ends_before <= ${day}::date, false)) as over
    from appointments a
    join persons n on n.tenant_id = a.tenant_id and n.id = a.person_id
    cross join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) o
    where a.tenant_id = ${tx.tenantId} and a.appointment_id = ${id} order by a.superseded_at desc nulls first limit 1`
}

/** The name of an organisation; one that has ended keeps the name it had last. */
export function lastName(tx: Tx, id: RawBuilder<unknown>): RawBuilder<unknown> {
  // No alias a caller may have for the table its id comes from.
  return sql`select named.name from organisation_profiles named where named.tenant_id = ${tx.tenantId} and named.organisation_id = ${id}
    and named.superseded_at is null order by named.starts_on desc limit 1`
}
