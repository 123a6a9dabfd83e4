import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { RoundPlan } from './rules/guests.ts'

/** A round to be written. */
export interface NewRound {
  eventId: string
  roundNo: number
  part: 1 | 2
  plannedBy: string | null
  tableCount: number | null
  ruleVersion: string | null
  plan: RoundPlan
}

/** Takes away the rounds that were planned and not released. */
export async function deleteComingRounds(tx: Tx, eventId: string): Promise<void> {
  await sql`delete from seatings s using seating_rounds r
    where s.tenant_id = ${tx.tenantId} and s.event_id = ${eventId} and r.tenant_id = s.tenant_id and r.event_id = s.event_id
      and r.round_no = s.round_no and r.released_at is null`.execute(tx)
  await sql`delete from seating_rounds where tenant_id = ${tx.tenantId} and event_id = ${eventId} and released_at is null`.execute(
    tx,
  )
}

/** Writes a planned round with everybody's seat. */
export async function insertRound(tx: Tx, round: NewRound): Promise<void> {
  const { eventId, roundNo, plan } = round
  await sql`insert into seating_rounds (tenant_id, event_id, round_no, part, planned_by, table_count, unseated, rule_version)
    values (${tx.tenantId}, ${eventId}, ${roundNo}, ${round.part}, ${round.plannedBy}, ${round.tableCount}, ${plan.unseated}, ${round.ruleVersion})`.execute(
    tx,
  )
  const ids = [...plan.seats.map((seat) => seat.id), ...plan.out]
  const tables = [...plan.seats.map((seat) => seat.tableNo), ...plan.out.map(() => null)]
  const seats = [...plan.seats.map((seat) => seat.seat), ...plan.out.map(() => null)]
  await sql`insert into seatings (tenant_id, event_id, round_no, registration_id, table_no, seat)
    select ${tx.tenantId}, ${eventId}, ${roundNo}, planned.id, planned.table_no, planned.seat
    from unnest(${ids}::uuid[], ${tables}::int[], ${seats}::smallint[]) as planned (id, table_no, seat)`.execute(
    tx,
  )
}

/** Shows a round to everybody: from now on it has happened. */
export async function markReleased(tx: Tx, round: { eventId: string; roundNo: number }): Promise<void> {
  await tx
    .updateTable('seating_rounds')
    .set({ released_at: sql<Date>`app_now()` })
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', round.eventId)
    .where('round_no', '=', round.roundNo)
    .execute()
}

/** Notes that somebody went home. */
export async function insertLeaving(
  tx: Tx,
  leaving: { registrationId: string; eventId: string; notedBy: string | null },
): Promise<void> {
  await sql`insert into seating_leavings (tenant_id, registration_id, left_at, event_id, noted_by)
    values (${tx.tenantId}, ${leaving.registrationId}, clock_timestamp(), ${leaving.eventId}, ${leaving.notedBy})`.execute(
    tx,
  )
}

/** Notes that they are back. */
export async function endLeaving(tx: Tx, registrationId: string): Promise<void> {
  await sql`update seating_leavings set returned_at = clock_timestamp()
    where tenant_id = ${tx.tenantId} and registration_id = ${registrationId} and returned_at is null`.execute(
    tx,
  )
}
