import { sql } from 'kysely'
import type { CheckInMethod, ScanOutcome } from '#contract/events-door.ts'
import { personOfCard } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { registrationOfPass } from './passes.ts'
import { readPassCode } from './rules/pass-code.ts'

/** What was read or typed at the door. */
export interface Read {
  code?: string | undefined
  badgeNo?: number | undefined
}

/** Who it is: a registration of this event, or why nobody. */
export interface Identified {
  method: CheckInMethod
  registrationId: string | null
  outcome: ScanOutcome | null
}

/**
 * Whose registration a code or a badge number is. `cardsSince` (seconds of the epoch) lets codes of service cards pass that were read earlier,
 * without a network; null asks for a code of this minute.
 */
export async function identify(
  tx: Tx,
  read: Read,
  at: { eventId: string; cardsSince: number | null },
): Promise<Identified> {
  const code = read.code?.trim() ?? ''
  if (readPassCode(code) !== null) {
    const registrationId = await registrationOfPass(tx, at.eventId, code)
    return { method: 'pass', registrationId, outcome: registrationId === null ? 'not_registered' : null }
  }
  // A handheld scanner and the field for codes send what was typed: a number alone is a badge number.
  const badgeNo = read.badgeNo ?? (/^\d{1,6}$/.test(code) ? Number(code) : null)
  if (badgeNo !== null) {
    const registrationId = await registrationOfBadge(tx, at.eventId, badgeNo)
    return { method: 'badge', registrationId, outcome: registrationId === null ? 'not_registered' : null }
  }
  const person = await personOfCard(tx, code, at.cardsSince)
  if (typeof person === 'string') return { method: 'card', registrationId: null, outcome: person }
  const registrationId = await registrationOfPerson(tx, at.eventId, person.recordIds)
  return { method: 'card', registrationId, outcome: registrationId === null ? 'not_registered' : null }
}

async function registrationOfBadge(tx: Tx, eventId: string, badgeNo: number): Promise<string | null> {
  const row = await tx
    .selectFrom('registrations')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .where('badge_no', '=', badgeNo)
    .executeTakeFirst()
  return row?.id ?? null
}

async function registrationOfPerson(
  tx: Tx,
  eventId: string,
  recordIds: readonly string[],
): Promise<string | null> {
  // Two records of one person may both have registered before they were joined: the one with a place counts.
  const { rows } = await sql<{ id: string }>`
    select id from registrations where tenant_id = ${tx.tenantId} and event_id = ${eventId} and person_id = any(${recordIds}::uuid[])
    order by state = 'admitted' desc, id limit 1`.execute(tx)
  return rows[0]?.id ?? null
}
