import type { PhoneVoteResult } from '#contract/phone-votes.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant, inTenantReading } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { resultOfVote } from '../board/queries/get-board.ts'
import { publicVote } from '../tokens/queries/votes.ts'
import { emptyUrn } from '../urn/index.ts'
import { beginDestruction, destructionOf, endDestruction } from './store.ts'

/** Queued by the run of retention for each vote whose time is over. */
const destroyKind = 'phone_votes.destroy'

/**
 * Destroys what is left of a vote by phone: sealed ballots, opened ballots, and who drew a token or gave one up. Hashes, numbers and sums stay. Roll and
 * urn are done one after the other; done again after a crash it goes on where it was.
 */
export function keepingJobs(platform: Platform): Record<string, JobHandler> {
  return {
    [destroyKind]: async ({ tenantId, payload }) => {
      await destroyBallots(platform, { tenantId: tenantId!, voteId: payload.voteId! })
      return {}
    },
  }
}

async function destroyBallots(
  platform: Platform,
  { tenantId, voteId }: { tenantId: string; voteId: string },
): Promise<void> {
  const before = await inTenantReading(platform, tenantId, (tx) => destructionOf(tx, voteId))
  // Read before anything goes, and kept: the urn cannot tell it afterwards.
  const result: PhoneVoteResult | null =
    before?.result ?? (await resultOfVote(platform, { tenantId, voteId }))
  await inTenant(platform, tenantId, async (tx) => {
    const { issued } = (await publicVote(tx, voteId))!
    await beginDestruction(tx, voteId, { issued, result: result && { ...result, ballots: null } })
  })
  await emptyUrn(platform, voteId)
  await inTenant(platform, tenantId, async (tx) => {
    if (!(await endDestruction(tx, voteId))) return
    const { organisationId } = (await publicVote(tx, voteId))!
    await audit(tx, null, 'phone_votes.destroyed', { kind: 'phone_vote', id: voteId, organisationId })
  })
}
