import type { Tx } from '#server/platform/db/transaction.ts'
import type { DemoMatchmaking } from '../../shapes-events.ts'
import { loadDesk } from './desk.ts'
import { loadEvents } from './events.ts'
import type { MatchmakingIds } from './ids.ts'
import { loadPairs } from './pairs.ts'
import { loadMatchmakingTasks } from './tasks.ts'
import { loadPlaces } from './places.ts'
import { loadRegistrations } from './registrations.ts'
import { loadSingles } from './singles.ts'

/** Writes everything a tenant did in events and matchmaking, in the order in which rows refer to each other. `top`: the federation at the top. */
export async function loadMatchmaking(
  tx: Tx,
  records: DemoMatchmaking,
  given: { ids: MatchmakingIds; top: string },
): Promise<void> {
  const { ids } = given
  await loadSingles(tx, records, ids)
  await loadDesk(tx, records, ids)
  await loadEvents(tx, records, ids)
  await loadRegistrations(tx, records, ids)
  await loadPlaces(tx)
  await loadPairs(tx, records, ids)
  await loadMatchmakingTasks(tx, records, given)
}
