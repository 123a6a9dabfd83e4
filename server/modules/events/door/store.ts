import { sql } from 'kysely'
import type { CheckInMethod, ScanAnswer, ScanOutcome } from '#contract/events-door.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Writes a door of an event, if it is not there yet. */
export async function insertDoor(
  tx: Tx,
  door: { eventId: string; name: string; openedBy: string },
): Promise<void> {
  await tx
    .insertInto('event_doors')
    .values({ tenant_id: tx.tenantId, event_id: door.eventId, name: door.name, opened_by: door.openedBy })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Writes a device at a door. */
export async function insertDevice(
  tx: Tx,
  device: { id: string; eventId: string; door: string; openedBy: string },
): Promise<void> {
  await tx
    .insertInto('scan_devices')
    .values({
      tenant_id: tx.tenantId,
      id: device.id,
      event_id: device.eventId,
      door: device.door,
      opened_by: device.openedBy,
    })
    .execute()
}

/** The door a device of this event stands at; undefined when there is no such device. */
export async function doorOfDevice(tx: Tx, eventId: string, deviceId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('scan_devices')
    .select('door')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .where('id', '=', deviceId)
    .executeTakeFirst()
  return row?.door
}

/** A registration as the door needs it. */
export interface AtDoor {
  id: string
  personId: string
  state: string
  here: boolean
}

/** The registrations, locked in the order of their ids: of two doors that read one person at a time, one waits here. */
export async function lockRegistrations(tx: Tx, ids: readonly string[]): Promise<Map<string, AtDoor>> {
  await sql`select from registrations where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[])
    order by id for no key update`.execute(tx)
  // Asked after the lock: a statement sees what was there when it began.
  const { rows } = await sql<AtDoor>`
    select r.id, r.person_id as "personId", r.state, c.registration_id is not null as here
    from registrations r left join check_ins c on c.tenant_id = r.tenant_id and c.registration_id = r.id
    where r.tenant_id = ${tx.tenantId} and r.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Who came, through which door, by whose hand. */
export interface NewCheckIn {
  registrationId: string
  eventId: string
  door: string
  method: CheckInMethod
  checkedInBy: string
}

/** Writes who came: one row for each person, the key being the last guard. Gives the registrations that were written. */
export async function insertCheckIns(tx: Tx, checkIns: readonly NewCheckIn[]): Promise<Set<string>> {
  if (checkIns.length === 0) return new Set()
  const rows = await tx
    .insertInto('check_ins')
    .values(
      checkIns.map((each) => ({
        tenant_id: tx.tenantId,
        registration_id: each.registrationId,
        event_id: each.eventId,
        door: each.door,
        method: each.method,
        checked_in_by: each.checkedInBy,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('registration_id as id')
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** A reading as it is kept. */
export interface KeptScan {
  nonce: string
  eventId: string
  door: string
  deviceId: string | null
  seq: number
  method: CheckInMethod
  claimedAt: string | null
  receivedBy: string
  registrationId: string | null
  outcome: ScanOutcome
  reason: string | null
  ruleVersion: string
}

/** Keeps readings; one that is there already stays as it was. */
export async function insertScans(tx: Tx, scans: readonly KeptScan[]): Promise<void> {
  if (scans.length === 0) return
  await tx
    .insertInto('check_in_scans')
    .values(
      scans.map((scan) => ({
        tenant_id: tx.tenantId,
        nonce: scan.nonce,
        event_id: scan.eventId,
        door: scan.door,
        device_id: scan.deviceId,
        device_seq: scan.seq,
        method: scan.method,
        claimed_at: scan.claimedAt === null ? null : new Date(scan.claimedAt),
        received_by: scan.receivedBy,
        registration_id: scan.registrationId,
        outcome: scan.outcome,
        reason: scan.reason,
        rule_version: scan.ruleVersion,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The answers to readings that are kept, by nonce, and the event each belongs to. */
export async function answersOf(
  tx: Tx,
  nonces: readonly string[],
): Promise<Map<string, ScanAnswer & { eventId: string }>> {
  const { rows } = await sql<Omit<ScanAnswer, 'checkedInAt'> & { checkedInAt: Date | null; eventId: string }>`
    select s.nonce, s.event_id as "eventId", s.outcome, s.reason, r.badge_no as "badgeNo", c.door, c.checked_in_at as "checkedInAt"
    from check_in_scans s
    left join registrations r on r.tenant_id = s.tenant_id and r.id = s.registration_id
    left join check_ins c on c.tenant_id = s.tenant_id and c.registration_id = s.registration_id and s.outcome in ('checked_in', 'already')
    where s.tenant_id = ${tx.tenantId} and s.nonce = any(${nonces}::uuid[])`.execute(tx)
  return new Map(
    rows.map((row) => [row.nonce, { ...row, checkedInAt: row.checkedInAt?.toISOString() ?? null }]),
  )
}

/** Keeps that a list with names was printed. */
export async function insertDoorListPrint(
  tx: Tx,
  print: { id: string; eventId: string; purpose: string; persons: number; printedBy: string },
): Promise<void> {
  await tx
    .insertInto('door_list_prints')
    .values({
      tenant_id: tx.tenantId,
      id: print.id,
      event_id: print.eventId,
      purpose: print.purpose,
      persons: print.persons,
      printed_by: print.printedBy,
    })
    .execute()
}

/** Moves a check-in into the corrections, with who took it back and why. False when nobody of that badge number came. */
export async function moveToCorrections(
  tx: Tx,
  correction: { id: string; eventId: string; badgeNo: number; reason: string; correctedBy: string },
): Promise<boolean> {
  const { rows } = await sql`
    with gone as (
      delete from check_ins c using registrations r
      where c.tenant_id = ${tx.tenantId} and c.event_id = ${correction.eventId} and r.tenant_id = c.tenant_id and r.id = c.registration_id
        and r.badge_no = ${correction.badgeNo}
      returning c.registration_id, c.door, c.checked_in_at)
    insert into check_in_corrections (tenant_id, id, event_id, registration_id, door, checked_in_at, reason, corrected_by)
    select ${tx.tenantId}::uuid, ${correction.id}::uuid, ${correction.eventId}::uuid, registration_id, door, checked_in_at,
      ${correction.reason}::text, ${correction.correctedBy}::uuid from gone returning id`.execute(tx)
  return rows.length > 0
}
