import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A booking as commands need it. */
export interface LockedBooking {
  id: string
  venueId: string
  keeperId: string
  organisationId: string
  isCancelled: boolean
  isCheckedIn: boolean
  /** Before it begins, from then to the end of the next day, or later. */
  phase: 'before' | 'during' | 'over'
}

/** Of a booking `b`: a meeting may be given back before it begins, and checked in from then to the end of the next day. */
export const phase = sql<LockedBooking['phase']>`case when app_now() < b.starts_at then 'before'
  when app_today() <= (b.ends_at at time zone 'Asia/Shanghai')::date + 1 then 'during' else 'over' end`

/** Takes a time at a venue that the caller has locked; gives its id. */
export async function insertBooking(
  tx: Tx,
  booking: {
    venueId: string
    organisationId: string
    startsAt: string
    endsAt: string
    purpose: string
    expectedPeople: number
    bookedBy: string
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('venue_bookings')
    .values({
      tenant_id: tx.tenantId,
      id,
      venue_id: booking.venueId,
      organisation_id: booking.organisationId,
      starts_at: new Date(booking.startsAt),
      ends_at: new Date(booking.endsAt),
      purpose: booking.purpose,
      expected_people: booking.expectedPeople,
      booked_by: booking.bookedBy,
    })
    .execute()
  return id
}

/** Locks a booking until the transaction ends; undefined where there is none. */
export async function lockBooking(tx: Tx, bookingId: string): Promise<LockedBooking | undefined> {
  const { rows } = await sql<LockedBooking>`
    select b.id, b.venue_id as "venueId", v.organisation_id as "keeperId", b.organisation_id as "organisationId",
      b.cancelled_at is not null as "isCancelled", b.checked_in_at is not null as "isCheckedIn",
      ${phase} as phase
    from venue_bookings b join venues v on v.tenant_id = b.tenant_id and v.id = b.venue_id
    where b.tenant_id = ${tx.tenantId} and b.id = ${bookingId} for update of b`.execute(tx)
  return rows[0]
}

/** Gives a booked time back. */
export async function cancelBooking(
  tx: Tx,
  cancelled: { bookingId: string; cancelledBy: string },
): Promise<void> {
  await sql`update venue_bookings set cancelled_at = app_now(), cancelled_by = ${cancelled.cancelledBy}
    where tenant_id = ${tx.tenantId} and id = ${cancelled.bookingId}`.execute(tx)
}

/** Says that the meeting took place. */
export async function checkInBooking(tx: Tx, held: { bookingId: string; people: number }): Promise<void> {
  await sql`update venue_bookings set checked_in_at = app_now(), people = ${held.people}
    where tenant_id = ${tx.tenantId} and id = ${held.bookingId}`.execute(tx)
}
