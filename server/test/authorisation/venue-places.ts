import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What stands at a place for requests about venues to aim at. */
export interface VenuePlace {
  /** A venue of the organisation, open since 2020 and never inspected. */
  venueId: string
  /** A time the organisation had booked there and gave back. */
  bookingId: string
  /** An honour the organisation conferred on itself and took back. */
  honourId: string
}

/** The same of a place that does not exist. */
export const nowhereToVisit: VenuePlace = { venueId: newId(), bookingId: newId(), honourId: newId() }

/** Makes it for an organisation. */
export async function venuesAt(tx: Tx, organisationId: string): Promise<VenuePlace> {
  const [venueId, bookingId, honourId] = [newId(), newId(), newId()]
  await sql`
    insert into venues (tenant_id, id, organisation_id, kind, name, address, opened_on, recorded_by)
    values (${tx.tenantId}, ${venueId}, ${organisationId}, 'two_new_venue', '职工之家', '测试路 1 号', '2020-01-01', ${newId()})`.execute(
    tx,
  )
  await sql`
    insert into venue_bookings (tenant_id, id, venue_id, organisation_id, starts_at, ends_at, purpose, expected_people, booked_by, cancelled_at, cancelled_by)
    values (${tx.tenantId}, ${bookingId}, ${venueId}, ${organisationId}, '2021-01-04T02:00:00Z', '2021-01-04T03:00:00Z', '学习', 8, ${newId()},
      '2021-01-03T02:00:00Z', ${newId()})`.execute(tx)
  await sql`
    insert into honours (tenant_id, id, organisation_id, title, rule_id, holder_organisation_id, deed, document_no, granted_on, code, granted_by)
    select ${tx.tenantId}, ${honourId}, ${organisationId}, 'excellent_union', r.id, ${organisationId}, '测试', '1号', '2021-01-04', ${honourId}, ${newId()}
    from rules r where r.key = 'honours.titles' and r.region = ''`.execute(tx)
  await sql`insert into honour_revocations (tenant_id, honour_id, reason, revoked_on, revoked_by)
    values (${tx.tenantId}, ${honourId}, '测试', '2021-01-05', ${newId()})`.execute(tx)
  return { venueId, bookingId, honourId }
}
