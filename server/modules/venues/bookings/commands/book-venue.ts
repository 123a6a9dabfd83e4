import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/venues.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, notFound, refuse } from '#server/platform/errors.ts'
import { lockVenue } from '../../register/store.ts'
import { isSharedWith } from '../queries/shared-with.ts'
import { bookingObstacle, type BookingCase } from '../rules.ts'
import { cancelBooking, checkInBooking, insertBooking, lockBooking, type LockedBooking } from '../store.ts'

type Done = { id: string }

/** Books a time for one's own organisation. The venue is locked, so two who ask for one time at once do not both get it. */
export async function bookVenue(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['bookVenue']>,
): Promise<Done> {
  const appointment = actor.appointment ?? forbidden()
  const venue = found(await lockVenue(tx, input.venueId))
  const asked = found(await caseOf(tx, actor, input))
  const obstacle = bookingObstacle(asked)
  if (obstacle !== null) refuse(obstacle.code, obstacle.params ?? {})
  const id = await insertBooking(tx, {
    ...input,
    organisationId: appointment.organisationId,
    purpose: input.purpose.trim(),
    bookedBy: appointment.id,
  })
  await note(tx, actor, {
    action: 'venues.booked',
    venueId: venue.id,
    organisationId: appointment.organisationId,
  })
  return { id }
}

/** Gives a time back before it begins: whoever meets there, or the keeper. */
export async function cancelVenueBooking(tx: Tx, actor: Actor, input: { bookingId: string }): Promise<Done> {
  const booking = await lockOwn(tx, actor, input.bookingId)
  if (booking.phase !== 'before') refuse('venues.booking_begun')
  await cancelBooking(tx, { bookingId: booking.id, cancelledBy: (actor.appointment ?? forbidden()).id })
  await note(tx, actor, { action: 'venues.booking_cancelled', ...booking })
  return { id: booking.id }
}

/** Says that a meeting took place: from then on it counts as a use of the venue. Until the end of the day after. */
export async function checkInVenueBooking(
  tx: Tx,
  actor: Actor,
  input: { bookingId: string; people: number },
): Promise<Done> {
  const booking = await lockOwn(tx, actor, input.bookingId)
  if (booking.phase === 'before') refuse('venues.not_begun')
  if (booking.phase === 'over') refuse('venues.check_in_over')
  await checkInBooking(tx, { bookingId: booking.id, people: input.people })
  await note(tx, actor, { action: 'venues.booking_used', ...booking })
  return { id: booking.id }
}

async function lockOwn(tx: Tx, actor: Actor, bookingId: string): Promise<LockedBooking> {
  const { organisationId } = actor.appointment ?? forbidden()
  const booking = found(await lockBooking(tx, bookingId))
  if (organisationId !== booking.organisationId && organisationId !== booking.keeperId) notFound()
  if (booking.isCancelled) refuse('venues.booking_cancelled')
  if (booking.isCheckedIn) refuse('venues.booking_used')
  return booking
}

async function caseOf(
  tx: Tx,
  actor: Actor,
  asked: { venueId: string; startsAt: string; endsAt: string },
): Promise<BookingCase | undefined> {
  const { rows } = await sql<BookingCase>`
    select to_char(a.starts, 'YYYY-MM-DD') as "startDay", to_char(a.ends, 'YYYY-MM-DD') as "endDay", to_char(a.starts, 'HH24:MI') as "startsAt",
      to_char(a.ends, 'HH24:MI') as "endsAt", extract(isodow from a.starts)::int as weekday,
      floor(extract(epoch from a.ends - a.starts) / 60)::int as minutes, ${asked.startsAt}::timestamptz < app_now() as "isPast",
      a.starts::date - app_today() as "daysAhead",
      json_build_object('openWeekdays', v.open_weekdays, 'opensAt', v.opens_at, 'closesAt', v.closes_at,
        'longestMinutes', v.longest_minutes, 'daysAhead', v.days_ahead) as venue,
      exists (select from venue_bookings b where b.tenant_id = v.tenant_id and b.venue_id = v.id and b.cancelled_at is null
        and b.starts_at < ${asked.endsAt}::timestamptz and ${asked.startsAt}::timestamptz < b.ends_at) as "isTaken"
    from venues v cross join lateral (select ${asked.startsAt}::timestamptz at time zone 'Asia/Shanghai' as starts,
      ${asked.endsAt}::timestamptz at time zone 'Asia/Shanghai' as ends) a
    where v.tenant_id = ${tx.tenantId} and v.id = ${asked.venueId} and ${isSharedWith(tx, actor)}`.execute(tx)
  return rows[0]
}

async function note(
  tx: Tx,
  actor: Actor,
  done: {
    action: 'venues.booked' | 'venues.booking_cancelled' | 'venues.booking_used'
    venueId: string
    organisationId: string
  },
): Promise<void> {
  await audit(tx, actor, done.action, {
    kind: 'venue',
    id: done.venueId,
    organisationId: done.organisationId,
  })
}
