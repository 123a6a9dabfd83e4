import { sql } from 'kysely'
import type { CheckInMethod, ScanAnswer } from '#contract/events-door.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden } from '#server/platform/errors.ts'
import { admitAtDoor } from '../admission/admit-at-door.ts'
import { refusalsAt } from '../admission/refusals.ts'
import type { EventRow } from '../store.ts'
import { identify, type Read } from './identify.ts'
import { doorsOpenAt, doorsShut, entryOf, type DoorHours } from './rules/entry.ts'
import {
  answersOf,
  insertCheckIns,
  insertDoor,
  insertScans,
  lockRegistrations,
  type AtDoor,
  type KeptScan,
} from './store.ts'

/** One reading to be kept. */
export interface Reading extends Read {
  nonce: string
  seq: number
  claimedAt: string | null
}

/** Where readings come from. `sent: 'late'`: a device may have read them some time ago. `method` overrules what the reading itself says. */
export interface ReadAt {
  event: EventRow
  door: string
  deviceId: string | null
  sent: 'at once' | 'late'
  method?: CheckInMethod
  /** Somebody who waited gets a place that is free for them; without it they are told to wait. */
  waiting?: 'let in'
}

/**
 * Keeps readings and lets in who may come in; answers in the order asked. A nonce that was kept before changes nothing and gets the same
 * answer. The readings of one call count in the order of their numbers; the time a device claims decides nothing.
 * @throws AppError 'events.nonce_used' (409) for a nonce of another event.
 */
export async function keepScans(
  tx: Tx,
  actor: Actor,
  { at, readings }: { at: ReadAt; readings: readonly Reading[] },
): Promise<ScanAnswer[]> {
  if (actor.appointment === null) forbidden()
  const nonces = readings.map((each) => each.nonce.toLowerCase())
  const before = await answersOf(tx, nonces)
  const fresh = readings.filter((each) => !before.has(each.nonce.toLowerCase()))
  if (fresh.length > 0) await keepFresh(tx, actor, { at, readings: fresh })
  const answers = await answersOf(tx, nonces)
  return nonces.map((nonce) => {
    const { eventId, ...answer } = answers.get(nonce)!
    return eventId === at.event.id ? answer : conflict('events.nonce_used')
  })
}

async function keepFresh(
  tx: Tx,
  actor: Actor,
  { at, readings }: { at: ReadAt; readings: readonly Reading[] },
): Promise<void> {
  const by = actor.appointment!.id
  await insertDoor(tx, { eventId: at.event.id, name: at.door, openedBy: by })
  const { hours, now, ruleVersion } = await hoursOf(tx, actor, at.event)
  const shut = doorsShut(hours, now)
  const cardsSince = at.sent === 'late' ? Math.floor(doorsOpenAt(hours).getTime() / 1000) : null
  const found = []
  for (const reading of readings.toSorted((a, b) => a.seq - b.seq))
    found.push({ reading, ...(await identify(tx, reading, { eventId: at.event.id, cardsSince })) })
  const ids = found.map((each) => each.registrationId).filter((id) => id !== null)
  // The places are locked before the registrations, as everywhere.
  const placed = shut === null && at.waiting ? await placesFor(tx, at.event.id, { ids, by }) : null
  const registrations = await lockRegistrations(tx, ids)
  const personIds = [...registrations.values()].filter((each) => !each.here).map((each) => each.personId)
  const refusals = await refusalsAt(tx, at.event, personIds)
  const came = new Set([...registrations.values()].filter((each) => each.here).map((each) => each.id))
  const scans = found.map((each): KeptScan => {
    const registration = registrations.get(each.registrationId ?? '')
    const reason = refusals.get(registration?.personId ?? '') ?? null
    const outcome = each.outcome ?? outcomeOf(registration!, { came, shut, reason, placed })
    if (outcome === 'checked_in') came.add(registration!.id)
    return {
      nonce: each.reading.nonce,
      eventId: at.event.id,
      door: at.door,
      deviceId: at.deviceId,
      seq: each.reading.seq,
      method: at.method ?? each.method,
      claimedAt: each.reading.claimedAt,
      receivedBy: by,
      registrationId: each.registrationId,
      outcome,
      reason: outcome === 'not_eligible' ? reason : null,
      ruleVersion,
    }
  })
  await write(tx, actor, { at, scans })
}

interface Standing {
  came: Set<string>
  shut: 'too_early' | 'over' | null
  reason: string | null
  placed: ReadonlyMap<string, 'admitted' | 'no_place' | 'refused'> | null
}

function outcomeOf(registration: AtDoor, { came, shut, reason, placed }: Standing): KeptScan['outcome'] {
  if (came.has(registration.id)) return 'already'
  if (shut !== null) return shut
  const entry = entryOf(registration.state, reason)
  if (entry !== 'waiting' || placed === null) return entry
  return placed.get(registration.id) === 'refused' ? 'not_eligible' : 'no_place'
}

async function placesFor(
  tx: Tx,
  eventId: string,
  { ids, by }: { ids: readonly string[]; by: string },
): Promise<Map<string, 'admitted' | 'no_place' | 'refused'>> {
  const placed = new Map<string, 'admitted' | 'no_place' | 'refused'>()
  for (const registrationId of ids)
    placed.set(registrationId, await admitAtDoor(tx, { eventId, registrationId, takenBy: by }))
  return placed
}

async function write(
  tx: Tx,
  actor: Actor,
  { at, scans }: { at: ReadAt; scans: readonly KeptScan[] },
): Promise<void> {
  const entering = scans.filter((scan) => scan.outcome === 'checked_in')
  const written = await insertCheckIns(
    tx,
    entering.map((scan) => ({
      registrationId: scan.registrationId!,
      eventId: scan.eventId,
      door: scan.door,
      method: scan.method,
      checkedInBy: scan.receivedBy,
    })),
  )
  await insertScans(
    tx,
    scans.map((scan) =>
      scan.outcome === 'checked_in' && !written.has(scan.registrationId!)
        ? { ...scan, outcome: 'already' as const }
        : scan,
    ),
  )
  await audit(tx, actor, 'events.scans_kept', {
    kind: 'event',
    id: at.event.id,
    organisationId: at.event.organisationId,
    params: { readings: scans.length, checkedIn: written.size },
  })
}

async function hoursOf(
  tx: Tx,
  actor: Actor,
  event: EventRow,
): Promise<{ hours: DoorHours; now: Date; ruleVersion: string }> {
  const rule = await ruleFor<number>(tx, 'events.doors_open_before', actor.today)
  const { rows } = await sql<{ now: Date }>`select app_now() as now`.execute(tx)
  return {
    hours: { state: event.state, startsAt: event.startsAt, openBeforeMinutes: rule.value },
    now: rows[0]!.now,
    ruleVersion: rule.version,
  }
}
