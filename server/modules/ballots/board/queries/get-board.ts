import type { BoardLine, PhoneVoteResult, PublicBoard } from '#contract/phone-votes.ts'
import { hexOf } from '#contract/sealed-votes/bytes.ts'
import { inTenantReading, inUrn, type Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { destructionOf, type Destruction } from '../../keeping/store.ts'
import { publicVote } from '../../tokens/queries/votes.ts'
import { boardOf, findReceipt, findUrn, openedBallots } from '../../urn/index.ts'
import { jointResult } from '../../joining/joint-result.ts'
import { voidingOf } from '../../voiding/store.ts'
import { jointResultOf, resultOf, type JointResult } from '../result.ts'

/** The public board of a vote whose urn was opened: the paper, the keys, every hash, and the result once it is counted. Urn and roll are asked apart. */
export async function getBoard(platform: Platform, { voteId }: { voteId: string }): Promise<PublicBoard> {
  const { tenantId } = found(await inUrn(platform.urn, (tx) => findUrn(tx, voteId)))
  const known = await knownOf(platform, { tenantId, voteId })
  const board = found(await boardOf(platform, voteId))
  return {
    ...known.vote,
    tokenKey: hexOf(known.vote.tokenKey),
    committeeKey: hexOf(known.vote.committeeKey!),
    ...board,
    result: await resultNow(platform, known),
    destroyedOn: known.destruction?.endedOn ?? null,
    voided: known.voided,
  }
}

/** What may be shown of the result of a vote now; null before it is counted, papers and all. */
export async function resultOfVote(
  platform: Platform,
  vote: { tenantId: string; voteId: string },
): Promise<PhoneVoteResult | null> {
  return resultNow(platform, await knownOf(platform, vote))
}

interface Known {
  vote: NonNullable<Awaited<ReturnType<typeof publicVote>>>
  joint: JointResult | null
  destruction: Destruction | undefined
  voided: PublicBoard['voided']
}

// What the roll's side knows of a vote.
function knownOf(
  platform: Platform,
  { tenantId, voteId }: { tenantId: string; voteId: string },
): Promise<Known> {
  return inTenantReading(platform, tenantId, async (tx) => {
    const vote = found(await publicVote(tx, voteId))
    return {
      vote,
      joint: vote.electionId === null ? null : await jointResult(tx, vote.electionId),
      destruction: await destructionOf(tx, voteId),
      voided: await voidedOf(tx, voteId),
    }
  })
}

async function voidedOf(tx: Tx, voteId: string): Promise<PublicBoard['voided']> {
  const voiding = await voidingOf(tx, voteId)
  return voiding?.confirmedOn == null ? null : { reason: voiding.reason, on: voiding.confirmedOn }
}

// Nothing before the papers are counted too: the urn alone would be an interim result. What was destroyed is shown as it was kept.
async function resultNow(platform: Platform, { vote, joint, destruction }: Known) {
  if (destruction !== undefined) return destruction.result
  if (vote.state !== 'counted' || (vote.electionId !== null && joint === null)) return null
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
