import type { CodeHolder } from '#server/modules/messages/index.ts'
import { recordsOfClaim, type Claim } from '#server/modules/people/index.ts'
import { inPlumbing, inTenantReading } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'

/**
 * The one person a claim fits, or null for none or several. Every tenant is searched whatever has been found, so that the time tells nothing: a
 * mobile is known only as a hash of its own tenant.
 */
export async function findHolder(platform: Platform, claim: Claim): Promise<CodeHolder | null> {
  const tenants = await inPlumbing(platform.pool, (tx) =>
    tx.selectFrom('tenants').select('id').orderBy('id').execute(),
  )
  const holders: CodeHolder[] = []
  for (const { id: tenantId } of tenants) {
    const records = await inTenantReading(platform, tenantId, (tx) => recordsOfClaim(tx, claim))
    holders.push(...records.map((personId) => ({ tenantId, personId })))
  }
  return holders.length === 1 ? holders[0]! : null
}
