import { sql } from 'kysely'
import type { OutputOf } from '#contract/operation.ts'
import type { operations, SharedVenue, VenueBooking } from '#contract/venues.ts'
import { lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden } from '#server/platform/errors.ts'
import { freeSpans } from '../rules.ts'
import { phase } from '../store.ts'
import { isSharedWith } from './shared-with.ts'

const most = 100

/**
 * The venues one's own organisation may book, with what is taken on a day. Of other organisations' meetings the time and who meets is said, so that
 * neighbours can agree; what for only to the organisation itself and the keeper.
 */
export async function listSharedVenues(
  tx: Tx,
  actor: Actor,
  input: { day?: string },
): Promise<OutputOf<(typeof operations)['listSharedVenues']>> {
  const day = input.day ?? actor.today
  const { organisationId } = actor.appointment ?? forbidden()
  const { rows } = await sql<Row>`
    select v.id, v.name, v.address, o.name as "organisationName", v.seats, v.opens_at as "opensAt",
      v.closes_at as "closesAt", v.open_weekdays as "openWeekdays", v.longest_minutes as "longestMinutes",
      v.days_ahead as "daysAhead", ${day}::text as day, extract(isodow from ${day}::date)::int = any(v.open_weekdays) as "isOpen",
      case when ${day}::date < app_today() or ${day}::date > app_today() + v.days_ahead then '24:00'
        when ${day}::date = app_today() then to_char(app_now() at time zone 'Asia/Shanghai', 'HH24:MI') else '00:00' end as since,
      coalesce((select json_agg(json_build_object('id', b.id, 'startsAt', to_char(b.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'endsAt', to_char(b.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'organisationName', whose.name,
          'purpose', case when ${organisationId} in (b.organisation_id, v.organisation_id) then b.purpose end,
          'expectedPeople', case when ${organisationId} in (b.organisation_id, v.organisation_id) then b.expected_people end,
          'people', case when ${organisationId} in (b.organisation_id, v.organisation_id) then b.people end,
          'own', ${organisationId} in (b.organisation_id, v.organisation_id),
          'can', json_build_object('cancel', ${organisationId} in (b.organisation_id, v.organisation_id) and b.people is null and ${phase} = 'before',
            'checkIn', ${organisationId} in (b.organisation_id, v.organisation_id) and b.people is null and ${phase} = 'during'),
          'from', to_char(b.starts_at at time zone 'Asia/Shanghai', 'HH24:MI'),
          'until', to_char(b.ends_at at time zone 'Asia/Shanghai', 'HH24:MI')) order by b.starts_at)
        from venue_bookings b cross join lateral (${lastName(tx, sql.ref('b.organisation_id'))}) whose
        where b.tenant_id = v.tenant_id and b.venue_id = v.id and b.cancelled_at is null
          and (b.starts_at at time zone 'Asia/Shanghai')::date = ${day}::date), '[]'::json) as bookings
    from venues v cross join lateral (${lastName(tx, sql.ref('v.organisation_id'))}) o
    where v.tenant_id = ${tx.tenantId} and ${isSharedWith(tx, actor)}
    order by (v.organisation_id = ${organisationId}) desc, v.name, v.id limit ${most}`.execute(tx)
  return {
    day,
    items: rows.map(({ since, ...venue }) => ({
      ...venue,
      free: venue.isOpen ? freeSpans(venue, { since, taken: venue.bookings }) : [],
    })),
  }
}

interface Row extends Omit<SharedVenue, 'free' | 'bookings'> {
  /** From when on the day may still be booked; 24:00: not at all. */
  since: string
  bookings: (VenueBooking & { from: string; until: string })[]
}
