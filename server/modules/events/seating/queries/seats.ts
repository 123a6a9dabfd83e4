import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A planned or released round, without its seats. */
export interface RoundRow {
  roundNo: number
  part: 1 | 2
  plannedAt: Date
  releasedAt: Date | null
  endsAt: Date | null
  unseated: number
  tableCount: number | null
}

/** Where somebody sits in a round; both null: sits it out. */
export interface SeatRow {
  roundNo: number
  registrationId: string
  badgeNo: number
  sex: 'male' | 'female'
  tableNo: number | null
  seat: number | null
}

/** The rounds of an event in their order. */
export async function roundsOf(tx: Tx, eventId: string): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select r.round_no as "roundNo", r.part, r.planned_at as "plannedAt", r.released_at as "releasedAt",
      r.released_at + e.round_minutes * interval '1 minute' as "endsAt", r.unseated, r.table_count as "tableCount"
    from seating_rounds r join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
    where r.tenant_id = ${tx.tenantId} and r.event_id = ${eventId} order by r.round_no`.execute(tx)
  return rows
}

/** Every seat of every round of an event, by round, table and seat. */
export async function seatsOf(tx: Tx, eventId: string): Promise<SeatRow[]> {
  const { rows } = await sql<SeatRow>`
    select s.round_no as "roundNo", s.registration_id as "registrationId", r.badge_no as "badgeNo", r.sex, s.table_no as "tableNo", s.seat
    from seatings s join registrations r on r.tenant_id = s.tenant_id and r.id = s.registration_id
    where s.tenant_id = ${tx.tenantId} and s.event_id = ${eventId} and r.badge_no is not null
    order by s.round_no, s.table_no, s.seat, r.badge_no`.execute(tx)
  return rows
}

/** Who of these people sat at one table in a released round of another event of this kind, table by table. */
export async function earlierTables(
  tx: Tx,
  of: { eventId: string; kind: string; personIds: readonly string[] },
): Promise<string[][]> {
  const { rows } = await sql<{ people: string[] }>`
    select array_agg(r.person_id::text) as people
    from registrations r
    join events e on e.tenant_id = r.tenant_id and e.id = r.event_id and e.kind = ${of.kind} and e.id <> ${of.eventId}
    join seatings s on s.tenant_id = r.tenant_id and s.registration_id = r.id and s.table_no is not null
    join seating_rounds n on n.tenant_id = s.tenant_id and n.event_id = s.event_id and n.round_no = s.round_no and n.released_at is not null
    where r.tenant_id = ${tx.tenantId} and r.person_id = any(${of.personIds}::uuid[])
    group by s.event_id, s.round_no, s.table_no having count(*) > 1`.execute(tx)
  return rows.map((row) => row.people)
}
