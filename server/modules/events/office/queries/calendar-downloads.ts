import type { Actor } from '#server/platform/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { findEvent } from '../../store.ts'
import { calendarFile } from '../calendar-file.ts'
import { mustBeOpenTo, ownPlaces } from './open-events.ts'

/** One event the worker may see, as a calendar file. */
export async function eventCalendar(
  tx: Tx,
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<Download> {
  await mustBeOpenTo(tx, actor, eventId)
  return fileOf(tx, [eventId])
}

/** The coming events the worker has a place at, and those of them that were cancelled, as one calendar file. */
export async function ownCalendar(tx: Tx, actor: Actor): Promise<Download> {
  return fileOf(tx, await ownPlaces(tx, actor))
}

async function fileOf(tx: Tx, eventIds: readonly string[]): Promise<Download> {
  const changedAt = await now(tx)
  const entries = []
  for (const id of eventIds) entries.push({ ...(await findEvent(tx, id)), changedAt })
  return {
    fileName: 'events.ics',
    contentType: 'text/calendar; charset=utf-8',
    body: Buffer.from(calendarFile(entries)),
  }
}
