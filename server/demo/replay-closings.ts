import { sql } from 'kysely'
import { closeSheets, findSocialEvent } from '#server/modules/matchmaking/index.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import type { MasterKeys } from '#server/platform/crypto.ts'
import type { Random } from '#tools/generate/random.ts'

/** What a replay found: the event, and the pairs and sheets the demo tells of and the product's own closing came to. */
export interface Replayed {
  eventId: string
  told: { sheets: number; pairs: string[] }
  replayed: { sheets: number; pairs: string[] }
}

interface Place {
  ownerUrl: string
  keys: MasterKeys
  tenantId: string
}

/** Thrown to take back everything a replay did. */
class TakenBack extends Error {}

/**
 * Closes events of the demo again by the product's own closing, at the hour they were closed, from the sealed sheets that are still kept: so
 * many of them, drawn at random. Whatever happened since is taken out first, and everything is taken back afterwards.
 */
export async function replayClosings(place: Place, random: Random, count: number): Promise<Replayed[]> {
  const events = random.shuffle(await eventsWithSheets(place)).slice(0, count)
  const found: Replayed[] = []
  for (const { eventId, closedAt } of events) {
    const pool = openPool({ url: place.ownerUrl, connections: 1, clock: closedAt })
    try {
      await inTenant({ pool, keys: place.keys }, place.tenantId, async (tx) => {
        found.push(await replay(tx, eventId))
        throw new TakenBack()
      })
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error
    } finally {
      await pool.end()
    }
  }
  return found
}

async function eventsWithSheets({
  ownerUrl,
  tenantId,
}: Place): Promise<{ eventId: string; closedAt: string }[]> {
  const pool = openPool({ url: ownerUrl, connections: 1 })
  try {
    const { rows } = await pool.query<{ eventId: string; closedAt: Date }>(
      `select c.event_id as "eventId", c.closed_at as "closedAt" from choice_closings c
       join choice_keys k on k.tenant_id = c.tenant_id and k.event_id = c.event_id where c.tenant_id = $1 order by c.closed_at, c.event_id`,
      [tenantId],
    )
    return rows.map(({ eventId, closedAt }) => ({ eventId, closedAt: closedAt.toISOString() }))
  } finally {
    await pool.end()
  }
}

async function replay(tx: Tx, eventId: string): Promise<Replayed> {
  const { rows } = await sql<{ sheets: number }>`
    select sheets from choice_closings where tenant_id = ${tx.tenantId} and event_id = ${eventId}`.execute(tx)
  const told = { sheets: rows[0]!.sheets, pairs: await pairsOf(tx, eventId) }
  await forgetSince(tx, eventId)
  const closing = await closeSheets(tx, null, await findSocialEvent(tx, eventId))
  return { eventId, told, replayed: { sheets: closing.sheets, pairs: await pairsOf(tx, eventId) } }
}

/** Makes it the hour of the closing: no pair of this event yet, and no couple, ledger line or block that came later. */
async function forgetSince(tx: Tx, eventId: string): Promise<void> {
  const interests = sql`select id from mutual_interests where tenant_id = ${tx.tenantId} and event_id = ${eventId}`
  const later = sql`select id from couples where tenant_id = ${tx.tenantId} and (recorded_at > app_now() or interest_id in (${interests}))`
  for (const statement of [
    sql`delete from couple_claims where tenant_id = ${tx.tenantId} and couple_id in (${later})`,
    sql`delete from open_couples where tenant_id = ${tx.tenantId} and couple_id in (${later})`,
    sql`delete from couples where tenant_id = ${tx.tenantId} and id in (${later})`,
    sql`delete from pair_outcomes where tenant_id = ${tx.tenantId} and recorded_at > app_now()`,
    sql`delete from blocks where tenant_id = ${tx.tenantId} and blocked_at > app_now()`,
    sql`delete from follow_up_answers where tenant_id = ${tx.tenantId} and follow_up_id in (select id from follow_ups where tenant_id = ${tx.tenantId} and interest_id in (${interests}))`,
    sql`delete from follow_ups where tenant_id = ${tx.tenantId} and interest_id in (${interests})`,
    sql`delete from contact_releases where tenant_id = ${tx.tenantId} and interest_id in (${interests})`,
    sql`delete from mutual_interests where tenant_id = ${tx.tenantId} and event_id = ${eventId}`,
    sql`delete from choice_closings where tenant_id = ${tx.tenantId} and event_id = ${eventId}`,
  ])
    await statement.execute(tx)
}

async function pairsOf(tx: Tx, eventId: string): Promise<string[]> {
  const { rows } = await sql<{ pair: string }>`
    select person_a || ' ' || person_b as pair from mutual_interests where tenant_id = ${tx.tenantId} and event_id = ${eventId} order by 1`.execute(
    tx,
  )
  return rows.map(({ pair }) => pair)
}
