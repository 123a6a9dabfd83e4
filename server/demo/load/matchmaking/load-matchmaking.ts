import type { Tx } from '#server/platform/db/transaction.ts'
import type { DemoMatchmaking } from '../../shapes-events.ts'
import { loadDesk } from './desk.ts'
import { loadEvents } from './events.ts'
import type { MatchmakingIds } from './ids.ts'
import { loadPairs } from './pairs.ts'
import { loadPlaces } from './places.ts'
import { loadRegistrations } from './registrations.ts'
import { loadSingles } from './singles.ts'

/** Writes everything a tenant did in events and matchmaking, in the order in which rows refer to each other. */
export async function loadMatchmaking(tx: Tx, records: DemoMatchmaking, ids: MatchmakingIds): Promise<void> {
  await loadSingles(tx, records, ids)
  await loadDesk(tx, records, ids)
  await loadEvents(tx, records, ids)
  await loadRegistrations(tx, records, ids)
  await loadPlaces(tx)
  await loadPairs(tx, records, ids)
}
