import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { inTenant, inUrn } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound, refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { isCancellationCode } from '../../urn/index.ts'
import { insertSurrender, lockEntry, lockVote } from '../store.ts'

/**
 * At the table with the paper: who drew no token may have paper, who drew one only with the code of its cancellation, good once. The urn is asked before
 * and by itself: a cancellation is for good, so nothing can change between the two.
 */
export async function acceptSurrender(
  platform: Platform,
  actor: Actor,
  input: { voteId: string; entryNo: number; code?: string },
): Promise<{ mayHavePaper: boolean }> {
  const { code } = input
  const isCancelled =
    code !== undefined && (await inUrn(platform.urn, (tx) => isCancellationCode(tx, input.voteId, code)))
  return inTenant(platform, actor.tenantId, async (tx) => {
    const vote = found(await lockVote(tx, input.voteId))
    if (!(await canReach(tx, { actor, permission: 'ballots.count' }, vote.organisationId))) notFound()
    if (vote.state !== 'opened') conflict('phone_votes.not_now')
    const entry = await lockEntry(tx, input.voteId, input.entryNo)
    if (entry === undefined) refuse('phone_votes.no_such_line')
    if (!entry.hasToken || entry.code !== null) return { mayHavePaper: true }
    if (code === undefined) refuse('phone_votes.token_not_surrendered')
    if (!isCancelled) refuse('phone_votes.code_unknown')
    if (!(await insertSurrender(tx, input.voteId, { entryNo: input.entryNo, code })))
      refuse('phone_votes.code_used')
    return { mayHavePaper: true }
  })
}
