import { inUrn } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { lockUrn, rewriteBallots, unmixedCount } from '../store.ts'

/** So many ballots lie together before they are written anew in random order. A count, not a clock: nothing of it tells when. */
export const together = 16

/** Mixes what came in since the last time, if enough lie there still. A crash before it costs nothing: the next one does it. */
export async function mix({ urn }: Pick<Platform, 'urn'>, voteId: string): Promise<void> {
  await inUrn(urn, async (tx) => {
    await lockUrn(tx, voteId)
    if ((await unmixedCount(tx, voteId)) >= together) await rewriteBallots(tx, voteId, 'unmixed')
  })
}
