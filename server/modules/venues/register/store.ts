import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { operations, VenueInput } from '#contract/venues.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What commands need to know of a venue they have locked. */
export interface LockedVenue {
  id: string
  organisationId: string
  kind: string
  openedOn: string
  closedOn: string | null
}

/** Locks a venue until the transaction ends; undefined where there is none. */
export async function lockVenue(tx: Tx, venueId: string): Promise<LockedVenue | undefined> {
  const { rows } = await sql<LockedVenue>`
    select id, organisation_id as "organisationId", kind, opened_on as "openedOn", closed_on as "closedOn"
    from venues where tenant_id = ${tx.tenantId} and id = ${venueId} for update`.execute(tx)
  return rows[0]
}

/** Adds a venue; gives its id. */
export async function insertVenue(
  tx: Tx,
  venue: InputOf<(typeof operations)['createVenue']>,
  recordedBy: string,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('venues')
    .values({
      tenant_id: tx.tenantId,
      id,
      organisation_id: venue.organisationId,
      kind: venue.kind,
      opened_on: venue.openedOn,
      recorded_by: recordedBy,
      ...columnsOf(venue),
    })
    .execute()
  return id
}

/** Writes a venue anew; false when somebody else did since that version. */
export async function replaceVenue(
  tx: Tx,
  venue: VenueInput & { venueId: string; version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('venues')
    .set({ ...columnsOf(venue), version: venue.version + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', venue.venueId)
    .where('version', '=', venue.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Closes a venue that is open. */
export async function endVenue(
  tx: Tx,
  closed: { venueId: string; closedOn: string; closedBy: string },
): Promise<void> {
  await sql`update venues set closed_on = ${closed.closedOn}::date, closed_by = ${closed.closedBy}, closed_at = now(), version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${closed.venueId} and closed_on is null`.execute(tx)
}

function columnsOf(venue: VenueInput) {
  return {
    name: venue.name.trim(),
    address: venue.address.trim(),
    area_square_metres: venue.areaSquareMetres,
    seats: venue.seats,
    longitude: venue.position === null ? null : String(venue.position.longitude),
    latitude: venue.position === null ? null : String(venue.position.latitude),
    datum: venue.position?.datum ?? null,
    shared_with_id: venue.sharedWithId,
    open_weekdays: [...venue.openWeekdays].sort(),
    opens_at: venue.opensAt,
    closes_at: venue.closesAt,
    longest_minutes: venue.longestMinutes,
    days_ahead: venue.daysAhead,
  }
}
