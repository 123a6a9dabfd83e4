import { sql } from 'kysely'
import type { EventQuota } from '#contract/events-admission.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Writes how many may come, how long an offer is kept, how the sexes shall balance and until when. */
export async function updateLimits(
  tx: Tx,
  eventId: string,
  limits: {
    capacity: number
    offerMinutes: number | null
    balance: { male: number; female: number; tolerance: number } | null
    releaseAt: string | null
  },
): Promise<void> {
  const { balance } = limits
  await sql`update events set capacity = ${limits.capacity}, offer_minutes = ${limits.offerMinutes}
    where tenant_id = ${tx.tenantId} and id = ${eventId}`.execute(tx)
  await sql`update event_places set ratio_male = ${balance?.male ?? null}, ratio_female = ${balance?.female ?? null},
      tolerance = ${balance?.tolerance ?? null}, release_at = ${limits.releaseAt}
    where tenant_id = ${tx.tenantId} and event_id = ${eventId}`.execute(tx)
}

/** Puts these quotas in the place of all there were. */
export async function replaceQuotas(tx: Tx, eventId: string, quotas: readonly EventQuota[]): Promise<void> {
  await tx
    .deleteFrom('event_quotas')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .execute()
  if (quotas.length === 0) return
  await tx
    .insertInto('event_quotas')
    .values(quotas.map((quota) => ({ tenant_id: tx.tenantId, event_id: eventId, ...quota })))
    .execute()
}
