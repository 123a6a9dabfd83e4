import { sql } from 'kysely'
import type { operations } from '#contract/events-seating.ts'
import type { OutputOf } from '#contract/operation.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { findEvent } from '../../store.ts'
import { roundsOf } from './seats.ts'

type OwnRounds = OutputOf<(typeof operations)['listOwnRounds']>

/** Where one sits and opposite whom, in rounds that have begun: badge numbers only. Nothing of a coming round. */
export async function listOwnRounds(tx: Tx, actor: Actor, input: { eventId: string }): Promise<OwnRounds> {
  const event = await findEvent(tx, input.eventId)
  const { recordIds } = found(await personRecords(tx, actor.personId))
  const { rows } = await sql<{
    id: string
    badgeNo: number | null
    checkedIn: boolean
    left: boolean
    now: Date
  }>`
    select r.id, r.badge_no as "badgeNo", app_now() as now,
      exists (select from check_ins c where c.tenant_id = r.tenant_id and c.registration_id = r.id) as "checkedIn",
      exists (select from seating_leavings l where l.tenant_id = r.tenant_id and l.registration_id = r.id and l.returned_at is null) as left
    from registrations r where r.tenant_id = ${tx.tenantId} and r.event_id = ${event.id} and r.person_id = any(${recordIds}::uuid[])`.execute(
    tx,
  )
  const own = found(rows[0])
  return {
    title: event.title,
    badgeNo: own.badgeNo,
    present: own.checkedIn && !own.left,
    left: own.left,
    rounds: await begun(tx, event.id, own.id),
    now: own.now.toISOString(),
  }
}

async function begun(tx: Tx, eventId: string, registrationId: string): Promise<OwnRounds['rounds']> {
  const { rows } = await sql<{
    roundNo: number
    tableNo: number | null
    seat: number | null
    others: number[]
  }>`
    select mine.round_no as "roundNo", mine.table_no as "tableNo", mine.seat, coalesce((
      select array_agg(o.badge_no order by other.seat) from seatings other
      join registrations o on o.tenant_id = other.tenant_id and o.id = other.registration_id
      where other.tenant_id = mine.tenant_id and other.event_id = mine.event_id and other.round_no = mine.round_no
        and other.table_no = mine.table_no and other.registration_id <> mine.registration_id), '{}') as others
    from seatings mine
    where mine.tenant_id = ${tx.tenantId} and mine.event_id = ${eventId} and mine.registration_id = ${registrationId}`.execute(
    tx,
  )
  const seats = new Map(rows.map((row) => [row.roundNo, row]))
  return (await roundsOf(tx, eventId)).flatMap(({ roundNo, releasedAt, endsAt }) => {
    const seat = seats.get(roundNo)
    if (seat === undefined || releasedAt === null) return []
    return { ...seat, releasedAt: releasedAt.toISOString(), endsAt: endsAt!.toISOString() }
  })
}
