import { sql, type RawBuilder } from 'kysely'
import type { ActingAs, Grant } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { holdsOn } from '../rules.ts'

/** The appointment whose powers are asked for: where it is held, and from when to when. */
export type PostHeld = Pick<ActingAs, 'id' | 'post' | 'organisationId' | 'startsOn' | 'endsBefore'>

/**
 * Every power an appointment has on a day: what follows from the post by dated rule data, and what was passed on to it. The statements say from
 * when to when each holds; whether that is today is decided by the rule that decides it everywhere.
 */
export async function grantsOfAppointment(tx: Tx, appointment: PostHeld, day: string): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    ${grantsOfPost(appointment)}
    union all
    ${grantsPassedOn(tx, appointment, day)}`.execute(tx)
  return rows.filter((grant) => holdsOn(grant, day))
}

function grantsOfPost(appointment: PostHeld): RawBuilder<unknown> {
  return sql`
    select permission, reach, ${appointment.organisationId}::uuid as "organisationId", 'post' as source,
      greatest(starts_on, ${appointment.startsOn}::date) as "startsOn", least(ends_before, ${appointment.endsBefore}::date) as "endsBefore",
      null::uuid as "delegationId"
    from post_grants where post = ${appointment.post}`
}

/**
 * Delegations hold while the giver's own appointment holds, its post has the permission, and the place lies within what the giver reaches.
 * Nobody can pass on what was passed on: only powers of the giver's post count.
 */
function grantsPassedOn(tx: Tx, appointment: PostHeld, day: string): RawBuilder<unknown> {
  return sql`
    select passed.permission, d.reach, d.organisation_id, 'delegation',
      greatest(d.starts_on, giver.starts_on, own.starts_on, ${appointment.startsOn}::date),
      least(d.ends_before, ended.ends_before, giver.ends_before, own.ends_before, ${appointment.endsBefore}::date), d.id
    from delegations d
    join grants passed on passed.tenant_id = d.tenant_id and passed.delegation_id = d.id
    join appointments giver on giver.tenant_id = d.tenant_id and giver.appointment_id = d.giver_id and giver.superseded_at is null
      and giver.substitutes_id is null
    join post_grants own on own.post = giver.post and own.permission = passed.permission
    left join delegation_endings ended on ended.tenant_id = d.tenant_id and ended.delegation_id = d.id
    where d.tenant_id = ${tx.tenantId} and d.receiver_id = ${appointment.id}
      and ((own.reach = 'unit' and d.reach = 'unit' and d.organisation_id = giver.organisation_id)
        or (own.reach = 'subtree' and exists (
          select from organisation_tree below where below.tenant_id = d.tenant_id and below.descendant_id = d.organisation_id
            and below.ancestor_id = giver.organisation_id
            and below.starts_on <= ${day}::date and (below.ends_before is null or ${day}::date < below.ends_before))))`
}
