import type { operations } from '#contract/events-door.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { keepScans } from '../keep-scans.ts'
import { headCount } from '../queries/head-count.ts'
import { mustRunEvent } from '../run-event.ts'
import { doorOfDevice } from '../store.ts'

/**
 * Takes what a device read, now or while it had no network. The same reading may come any number of times, in any order and in any company: it
 * counts once and is answered alike. What the device says of the time is kept as its word and decides nothing.
 */
export async function syncScans(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['syncScans']>,
): Promise<OutputOf<(typeof operations)['syncScans']>> {
  const event = await mustRunEvent(tx, actor, input.eventId)
  const door = found(await doorOfDevice(tx, event.id, input.deviceId))
  const readings = input.scans.map((scan) => ({ ...scan, claimedAt: scan.claimedAt ?? null }))
  const answers = await keepScans(tx, actor, {
    at: { event, door, deviceId: input.deviceId, sent: 'late' },
    readings,
  })
  return { answers, count: await headCount(tx, event.id) }
}
