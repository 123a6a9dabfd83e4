import { sql } from 'kysely'
import { inPlumbing, inTenant, type Tx } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Schedule } from '#server/platform/schedule.ts'
import { lockPlaces } from './places.ts'

/** Every few seconds what time brings to places happens: offers lapse and go to the next, reserved places are released, waiting ends. */
export const admissionSchedules: readonly Schedule[] = [
  { kind: 'events.settle_places', every: { seconds: 10 }, for: 'the installation' },
]

/** One transaction for each event that is due; may be run again at any time. */
export function admissionJobs(platform: Platform): Record<string, JobHandler> {
  return { 'events.settle_places': async () => ({ events: await settleDue(platform) }) }
}

async function settleDue(platform: Platform): Promise<number> {
  const tenants = await inPlumbing(platform.pool, (tx) =>
    tx.selectFrom('tenants').select('id').orderBy('id').execute(),
  )
  let settled = 0
  for (const { id: tenantId } of tenants) {
    const due = await inTenant(platform, tenantId, dueEvents)
    for (const eventId of due) await inTenant(platform, tenantId, (tx) => settlePlaces(tx, eventId))
    settled += due.length
  }
  return settled
}

async function dueEvents(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select event_id as id from event_places where tenant_id = ${tx.tenantId} and due_at <= app_now() order by due_at limit 500`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** What time has brought to an event's places happens, and is written. */
export async function settlePlaces(tx: Tx, eventId: string): Promise<void> {
  const places = await lockPlaces(tx, eventId)
  await places.save()
}
