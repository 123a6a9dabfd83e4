import { sql } from 'kysely'
import { personRecords } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** Somebody at an event. */
export interface Participant {
  registrationId: string
  personId: string
  badgeNo: number
  sex: 'male' | 'female'
}

/** Who has checked in at an event, by badge number. */
export async function participants(tx: Tx, eventId: string): Promise<Participant[]> {
  const { rows } = await sql<Participant>`
    select r.id as "registrationId", r.person_id as "personId", r.badge_no as "badgeNo", r.sex
    from check_ins c join registrations r on r.tenant_id = c.tenant_id and r.id = c.registration_id
    where c.tenant_id = ${tx.tenantId} and c.event_id = ${eventId} and r.badge_no is not null order by r.badge_no`.execute(
    tx,
  )
  return rows
}

/** One's own registration for an event, and whether one has come. Not there for anybody who was not admitted. */
export async function ownPlace(
  tx: Tx,
  personId: string,
  eventId: string,
): Promise<{ registrationId: string; personId: string; badgeNo: number | null; checkedIn: boolean }> {
  const root = found(await personRecords(tx, personId)).personId
  const { rows } = await sql<{ registrationId: string; badgeNo: number | null; checkedIn: boolean }>`
    select r.id as "registrationId", r.badge_no as "badgeNo", exists (
      select from check_ins c where c.tenant_id = r.tenant_id and c.registration_id = r.id) as "checkedIn"
    from registrations r where r.tenant_id = ${tx.tenantId} and r.event_id = ${eventId} and r.person_id = ${root} and r.state = 'admitted'`.execute(
    tx,
  )
  return { ...found(rows[0]), personId: root }
}

/** The numbers of those who sat with somebody in a round that was shown. */
export async function metBadges(
  tx: Tx,
  place: { eventId: string; registrationId: string },
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ badgeNo: number }>`
    select distinct r.badge_no as "badgeNo" from seatings mine
    join seating_rounds s on s.tenant_id = mine.tenant_id and s.event_id = mine.event_id and s.round_no = mine.round_no and s.released_at is not null
    join seatings theirs on theirs.tenant_id = mine.tenant_id and theirs.event_id = mine.event_id and theirs.round_no = mine.round_no
      and theirs.table_no = mine.table_no and theirs.registration_id <> mine.registration_id
    join registrations r on r.tenant_id = theirs.tenant_id and r.id = theirs.registration_id
    where mine.tenant_id = ${tx.tenantId} and mine.registration_id = ${place.registrationId} and mine.event_id = ${place.eventId}
      and r.badge_no is not null`.execute(tx)
  return new Set(rows.map((row) => row.badgeNo))
}

/** Whether the second part of an event has been planned: what the first part's sheets say was used and stands. */
export async function partUnderWay(tx: Tx, eventId: string): Promise<1 | 2> {
  const second = await tx
    .selectFrom('seating_rounds')
    .select('round_no')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .where('part', '=', 2)
    .limit(1)
    .executeTakeFirst()
  return second === undefined ? 1 : 2
}
