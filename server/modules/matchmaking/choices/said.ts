import { sql } from 'kysely'
import type { Said } from '#server/modules/events/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { openSheets } from './sheets.ts'

/**
 * What those who handed in a sheet said of everybody of the other sex they met, by registration: not marked is a no. It exists in memory only;
 * whoever asks makes levels of it.
 */
export async function saidAt(tx: Tx, eventId: string): Promise<Said[]> {
  const met = await metAt(tx, eventId)
  return (await openSheets(tx, eventId)).flatMap(({ registrationId, entries }) => {
    const marks = new Map(entries.map((entry) => [entry.badgeNo, entry]))
    return (met.get(registrationId) ?? []).map(({ otherId, badgeNo }) => ({
      by: registrationId,
      of: otherId,
      yes: marks.get(badgeNo)?.yes ?? false,
      score: marks.get(badgeNo)?.score ?? null,
    }))
  })
}

/** Whom of the other sex each met in a round that has begun. */
async function metAt(
  tx: Tx,
  eventId: string,
): Promise<ReadonlyMap<string, { otherId: string; badgeNo: number }[]>> {
  const { rows } = await sql<{ id: string; otherId: string; badgeNo: number }>`
    select mine.registration_id as id, theirs.registration_id as "otherId", other.badge_no as "badgeNo"
    from seating_rounds n
    join seatings mine on mine.tenant_id = n.tenant_id and mine.event_id = n.event_id and mine.round_no = n.round_no and mine.table_no is not null
    join seatings theirs on theirs.tenant_id = n.tenant_id and theirs.event_id = n.event_id and theirs.round_no = n.round_no
      and theirs.table_no = mine.table_no
    join registrations own on own.tenant_id = n.tenant_id and own.id = mine.registration_id
    join registrations other on other.tenant_id = n.tenant_id and other.id = theirs.registration_id and other.sex <> own.sex
    where n.tenant_id = ${tx.tenantId} and n.event_id = ${eventId} and n.released_at is not null and other.badge_no is not null`.execute(
    tx,
  )
  return Map.groupBy(rows, (row) => row.id)
}
