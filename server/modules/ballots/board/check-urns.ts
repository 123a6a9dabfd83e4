import type { MasterKeys } from '#server/platform/crypto.ts'
import type { Pool } from '#server/platform/db/pool.ts'
import { inTenantReading, inUrn } from '#server/platform/db/transaction.ts'
import { destructionOf } from '../keeping/store.ts'
import { publicVote } from '../tokens/queries/votes.ts'
import { allUrns, checkUrn, type UrnFault } from '../urn/index.ts'

/**
 * Checks every urn of a database as its owner: each ballot and cancellation by the token key, and their number against the tokens drawn. Without a copy of
 * a board from outside a ballot that was removed is not seen. Roll and urn are read one after the other.
 */
export async function checkAllUrns({
  pool,
  keys,
}: {
  pool: Pool
  keys: MasterKeys
}): Promise<{ urns: number; faults: (UrnFault & { voteId: string })[] }> {
  const urns = await inUrn(pool, allUrns)
  const faults: (UrnFault & { voteId: string })[] = []
  for (const { voteId, tenantId } of urns) {
    const known = await inTenantReading({ pool, keys }, tenantId, async (tx) => ({
      lines: [],
      issued: (await publicVote(tx, voteId))?.issued ?? 0,
      isDestroyed: (await destructionOf(tx, voteId)) !== undefined,
    }))
    for (const fault of await checkUrn({ urn: pool, keys }, voteId, known)) faults.push({ voteId, ...fault })
  }
  return { urns: urns.length, faults }
}
