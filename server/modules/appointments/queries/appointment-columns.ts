import { sql, type RawBuilder } from 'kysely'
import type { Appointment } from '#contract/appointments.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** One appointment as the queries read it. */
export interface AppointmentColumns {
  id: string
  versionId: string
  personId: string
  name: string
  post: string
  organisationId: string
  organisationName: string
  fullTime: boolean
  basis: Appointment['basis']
  documentNo: string | null
  startsOn: string
  endsBefore: string | null
  endReason: string | null
  substitutesFor: { id: string; name: string } | null
  hasAccount: boolean
  mayDecide: boolean
}

/** The columns of `a`, an appointment's version, with what the actor may do with it. */
export function appointmentColumns(tx: Tx, actor: Actor, posts: readonly string[]): RawBuilder<unknown> {
  const writable = inScope(tx, { actor, permission: 'appointments.write' }, sql.ref('a.organisation_id'))
  return sql`
    a.appointment_id as id, a.id as "versionId", a.person_id as "personId", n.name, a.post, a.organisation_id as "organisationId",
    at.name as "organisationName", a.full_time as "fullTime", a.basis, a.document_no as "documentNo", a.starts_on as "startsOn",
    a.ends_before as "endsBefore", a.end_reason as "endReason",
    (select jsonb_build_object('id', o.appointment_id, 'name', m.name) from appointments o
      join persons m on m.tenant_id = o.tenant_id and m.id = o.person_id
      where o.tenant_id = a.tenant_id and o.appointment_id = a.substitutes_id order by o.superseded_at desc nulls first limit 1) as "substitutesFor",
    exists (select from accounts c where c.tenant_id = a.tenant_id and c.person_id = a.person_id
      and not exists (select from account_closures x where x.tenant_id = c.tenant_id and x.account_id = c.id)) as "hasAccount",
    (a.superseded_at is null and a.post = any(${posts}::text[]) and a.person_id <> ${actor.personId} and ${writable}
      and (a.ends_before is null or a.ends_before > ${actor.today}::date)) as "mayDecide"`
}

/** Who holds it and where: the rows the columns need beside `a`. */
export function appointmentJoins(tx: Tx): RawBuilder<unknown> {
  return sql`
    join persons n on n.tenant_id = a.tenant_id and n.id = a.person_id
    cross join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) at`
}

/** The shape of the contract. */
export function asAppointment(row: AppointmentColumns): Appointment {
  const { personId, name, mayDecide, versionId: _, ...rest } = row
  const original = row.substitutesFor === null
  return {
    ...rest,
    person: { id: personId, name },
    can: { end: mayDecide, substitute: mayDecide && original, handOver: mayDecide && original },
  }
}
