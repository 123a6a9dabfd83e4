import type { operations } from '#contract/ballots.ts'
import type { Ballot } from '#contract/ballots-shapes.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { getBallot } from '../../preparation/queries/ballots.ts'
import { closeBallot } from '../../result/commands/close-ballot.ts'
import { phoneUrnOf } from '../phone-urn.ts'

/**
 * Closes the vote that runs and counts papers and ballots by phone as one. The opened urn is read before, in a transaction of its own: roll and urn
 * never meet in one.
 */
export async function closePaperAndPhone(
  platform: Platform,
  actor: Actor,
  input: InputOf<(typeof operations)['closeBallot']>,
): Promise<Ballot> {
  const phone = await phoneUrnOf(platform, actor, input.ballotId)
  return inTenant(platform, actor.tenantId, async (tx) => {
    await closeBallot(tx, actor, { ...input, phone })
    return getBallot(tx, actor, { ballotId: input.ballotId })
  })
}
