import { inUrn } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { lockUrn, rewriteBallots, unmixedCount } from '../store.ts'

/** So many ballots lie together before they are written anew in random order. A count, not a clock: nothing of it tells when. */
const together = 16

/** Mixes what came in since the last time, once enough lie there. A crash before it costs nothing: the next one does it. */
export async function mixSoon({ urn }: Pick<Platform, 'urn'>, voteId: string): Promise<void> {
  if ((await inUrn(urn, (tx) => unmixedCount(tx, voteId))) < together) return
  await inUrn(urn, async (tx) => {
    await lockUrn(tx, voteId)
    if ((await unmixedCount(tx, voteId)) >= together) await rewriteBallots(tx, voteId, 'unmixed')
  })
}
