import { sql } from 'kysely'
import { miscounts } from '../../modules/events/index.ts'
import type { TenantCheck } from './check.ts'

/** The places of every event are what its registrations say. */
export const places: TenantCheck = {
  name: 'places of events equal their registrations',
  async run(tx) {
    const { rows } = await sql<{ events: number }>`
      select count(*)::int as events from event_places where tenant_id = ${tx.tenantId}`.execute(tx)
    const [first] = await miscounts(tx)
    const difference =
      first === undefined
        ? null
        : `event ${first.eventId}: ${first.kept} of ${first.of} are counted, ${first.counted} are there`
    return { looked: `${rows[0]!.events} events`, difference }
  },
}
