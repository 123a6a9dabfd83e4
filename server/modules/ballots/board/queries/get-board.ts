import type { BoardLine, PublicBoard } from '#contract/phone-votes.ts'
import { hexOf } from '#contract/sealed-votes/bytes.ts'
import { inTenantReading, inUrn } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { publicVote } from '../../tokens/queries/votes.ts'
import { boardOf, findReceipt, findUrn, openedBallots } from '../../urn/index.ts'
import { jointResult } from '../../joining/joint-result.ts'
import type { LockedVote } from '../../tokens/store.ts'
import { jointResultOf, resultOf, type JointResult } from '../result.ts'

/** The public board of a vote whose urn was opened: the paper, the keys, every hash, and the result once it is counted. Urn and roll are asked apart. */
export async function getBoard(platform: Platform, { voteId }: { voteId: string }): Promise<PublicBoard> {
  const { tenantId } = found(await inUrn(platform.urn, (tx) => findUrn(tx, voteId)))
  const { vote, joint } = await inTenantReading(platform, tenantId, async (tx) => {
    const there = found(await publicVote(tx, voteId))
    return {
      vote: there,
      joint: there.electionId === null ? null : await jointResult(tx, there.electionId),
    }
  })
  const board = found(await boardOf(platform, voteId))
  return {
    ...vote,
    tokenKey: hexOf(vote.tokenKey),
    committeeKey: hexOf(vote.committeeKey!),
    ...board,
    result: vote.state === 'counted' ? await resultNow(platform, { vote, joint }) : null,
  }
}

/** Nothing before the papers are counted too: the urn alone would be an interim result. */
async function resultNow(
  platform: Platform,
  { vote, joint }: { vote: LockedVote; joint: JointResult | null },
): Promise<PublicBoard['result']> {
  if (vote.electionId !== null && joint === null) return null
  const opened = await inUrn(platform.urn, (tx) => openedBallots(tx, vote.id))
  return joint === null ? resultOf(opened, vote) : jointResultOf(opened, { ...vote, joint })
}

/** How a receipt stands on the board. */
export async function verifyReceipt(
  platform: Platform,
  input: { voteId: string; receipt: string },
): Promise<{ mark: BoardLine['mark'] }> {
  return { mark: found(await findReceipt(platform, input.voteId, input.receipt)) }
}
