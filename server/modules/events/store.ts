import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** The row of an event as commands need it. */
export type EventRow = Awaited<ReturnType<typeof findEvent>>

/** The event; answers "not there" for an unknown id. Whether somebody may see it is asked by whoever calls. */
export async function findEvent(tx: Tx, id: string) {
  return found(await eventById(tx, id).executeTakeFirst())
}

/** The event, locked against every other step of it until the transaction ends; people may register meanwhile, that waits at the places. */
export async function lockEvent(tx: Tx, id: string) {
  return found(await eventById(tx, id).forNoKeyUpdate().executeTakeFirst())
}

/** Those who host the event together with its host. */
export async function hostIdsOf(tx: Tx, eventId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('event_hosts')
    .select('organisation_id as id')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .orderBy('organisation_id')
    .execute()
  return rows.map((row) => row.id)
}

function eventById(tx: Tx, id: string) {
  return tx
    .selectFrom('events')
    .select([
      'id',
      'kind',
      'organisation_id as organisationId',
      'host_kind as hostKind',
      'series_id as seriesId',
      'edition_no as editionNo',
      'title',
      'summary',
      'venue',
      'address',
      'budget_line as budgetLine',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'registration_opens_at as registrationOpensAt',
      'registration_closes_at as registrationClosesAt',
      'cancel_until as cancelUntil',
      'admission',
      'capacity',
      'offer_minutes as offerMinutes',
      'seating',
      'rounds',
      'round_minutes as roundMinutes',
      'two_part as twoPart',
      'state',
      'version',
      'created_by as createdBy',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
}
