import { sql } from 'kysely'
import type { Said } from '#server/modules/events/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { openSheets } from '../sheets.ts'

/**
 * What everybody who handed in a sheet said of everybody they sat with in the first part, by registration; who was met and not marked was told
 * no. In memory only: what leaves is levels of persons.
 */
export async function saidInPartOne(tx: Tx, eventId: string): Promise<Said[]> {
  const sheets = await openSheets(tx, eventId)
  const marks = new Map(
    sheets.map((sheet) => [
      sheet.registrationId,
      new Map(sheet.entries.filter((entry) => entry.part === 1).map((entry) => [entry.badgeNo, entry])),
    ]),
  )
  return (await metInPartOne(tx, eventId)).flatMap(({ by, of, badgeNo }) => {
    const sheet = marks.get(by)
    if (sheet === undefined) return []
    const mark = sheet.get(badgeNo)
    return [{ by, of, yes: mark?.yes ?? false, score: mark?.score ?? null }]
  })
}

async function metInPartOne(tx: Tx, eventId: string): Promise<{ by: string; of: string; badgeNo: number }[]> {
  const { rows } = await sql<{ by: string; of: string; badgeNo: number }>`
    select distinct a.registration_id as by, b.registration_id as of, r.badge_no as "badgeNo" from seatings a
    join seating_rounds s on s.tenant_id = a.tenant_id and s.event_id = a.event_id and s.round_no = a.round_no
      and s.part = 1 and s.released_at is not null
    join seatings b on b.tenant_id = a.tenant_id and b.event_id = a.event_id and b.round_no = a.round_no and b.table_no = a.table_no
      and b.registration_id <> a.registration_id
    join registrations mine on mine.tenant_id = a.tenant_id and mine.id = a.registration_id
    join registrations r on r.tenant_id = b.tenant_id and r.id = b.registration_id
    where a.tenant_id = ${tx.tenantId} and a.event_id = ${eventId} and r.badge_no is not null and r.sex <> mine.sex
    order by 1, 2`.execute(tx)
  return rows
}
