import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Somebody with a place at the event. */
export interface Attendee {
  registrationId: string
  personId: string
  badgeNo: number
  sex: 'male' | 'female'
  unionId: string
  checkedIn: boolean
  left: boolean
}

/** Everybody who was admitted and wears a badge, in the order of the badges: who came, who went home. */
export async function attendees(tx: Tx, eventId: string): Promise<Attendee[]> {
  const { rows } = await sql<Attendee>`
    select r.id as "registrationId", r.person_id as "personId", r.badge_no as "badgeNo", r.sex, r.union_id as "unionId",
      c.registration_id is not null as "checkedIn",
      exists (select from seating_leavings l where l.tenant_id = r.tenant_id and l.registration_id = r.id and l.returned_at is null) as left
    from registrations r
    left join check_ins c on c.tenant_id = r.tenant_id and c.registration_id = r.id
    where r.tenant_id = ${tx.tenantId} and r.event_id = ${eventId} and r.state = 'admitted' and r.badge_no is not null
    order by r.badge_no`.execute(tx)
  return rows
}
