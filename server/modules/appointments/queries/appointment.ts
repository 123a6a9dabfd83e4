import { sql } from 'kysely'
import type { AppointmentFile, operations } from '#contract/appointments.ts'
import type { OutputOf } from '#contract/operation.ts'
import { delegationsOf, lastName, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { postsToGive } from '../policy.ts'
import {
  appointmentColumns,
  appointmentJoins,
  asAppointment,
  type AppointmentColumns,
} from './appointment-columns.ts'
import { handOversOf } from './hand-over.ts'

/** One appointment within scope with its whole record: every version, who stood in, what was passed on. */
export async function getAppointment(
  tx: Tx,
  actor: Actor,
  input: { appointmentId: string },
): Promise<AppointmentFile> {
  const { rows } = await sql<AppointmentColumns>`
    select ${appointmentColumns(tx, actor, await postsToGive(tx, actor))}
    from appointments a ${appointmentJoins(tx)}
    where a.tenant_id = ${tx.tenantId} and a.appointment_id = ${input.appointmentId}
    order by a.superseded_at desc nulls first limit 1`.execute(tx)
  const row = found(rows[0])
  await mustReach(tx, { actor, permission: 'appointments.read' }, row.organisationId)
  const versions = await versionsOf(tx, row.id)
  return {
    ...asAppointment(row),
    versions,
    substitutes: await substitutesOf(tx, row.id),
    delegations: await delegationsOf(tx, actor, row.id),
    handOvers: await handOversOf(tx, {
      appointmentId: row.id,
      today: actor.today,
      mayUndo: row.mayDecide ? 'yes' : 'no',
    }),
    annulled: versions.every((version) => version.supersededAt !== null),
  }
}

type Version = AppointmentFile['versions'][number]

async function versionsOf(tx: Tx, appointmentId: string): Promise<Version[]> {
  const { rows } = await sql<
    Omit<Version, 'recordedAt' | 'supersededAt'> & { recordedAt: Date; supersededAt: Date | null }
  >`
    select a.starts_on as "startsOn", a.ends_before as "endsBefore", a.basis, a.document_no as "documentNo", a.end_reason as "endReason",
      a.end_document_no as "endDocumentNo", a.recorded_at as "recordedAt", a.superseded_at as "supersededAt",
      (select jsonb_build_object('post', author.post, 'organisationName', at.name) from appointments author
        cross join lateral (${lastName(tx, sql.ref('author.organisation_id'))}) at
        where author.tenant_id = a.tenant_id and author.appointment_id = a.recorded_by
        order by author.superseded_at desc nulls first limit 1) as "recordedBy"
    from appointments a where a.tenant_id = ${tx.tenantId} and a.appointment_id = ${appointmentId} order by a.recorded_at desc, a.id desc`.execute(
    tx,
  )
  return rows.map((row) => ({
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    supersededAt: row.supersededAt?.toISOString() ?? null,
  }))
}

async function substitutesOf(tx: Tx, appointmentId: string): Promise<AppointmentFile['substitutes']> {
  const { rows } = await sql<AppointmentFile['substitutes'][number]>`
    select a.appointment_id as id, n.name, a.starts_on as "startsOn", a.ends_before as "endsBefore" from appointments a
    join persons n on n.tenant_id = a.tenant_id and n.id = a.person_id
    where a.tenant_id = ${tx.tenantId} and a.substitutes_id = ${appointmentId} and a.superseded_at is null order by a.starts_on desc`.execute(
    tx,
  )
  return rows
}

/** The posts the appointment in use may give, in their usual order, with the kinds of organisation where each can be held. */
export async function listAppointablePosts(
  tx: Tx,
  actor: Actor,
): Promise<OutputOf<(typeof operations)['listAppointablePosts']>> {
  const { rows } = await sql<{ post: string; kinds: string[] | null; document: string }>`
    select posts.code as post, posts.kinds, p.document from post_appointers p join posts on posts.code = p.post
    where p.appointer = ${actor.appointment?.post ?? null} and p.starts_on <= ${actor.today}::date
      and (p.ends_before is null or ${actor.today}::date < p.ends_before)
    order by posts.sort`.execute(tx)
  return { items: rows }
}
