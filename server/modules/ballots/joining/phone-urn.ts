import type { PhoneChannel } from '#contract/ballots-shapes.ts'
import type { Actor } from '#server/platform/actor.ts'
import { inTenantReading, inUrn } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { CountedBallot, Mark } from '../counting/result.ts'
import { findElection } from '../election.ts'
import { boardOf, openedBallots } from '../urn/index.ts'
import { joinedVoteOf } from './joined-vote.ts'

/** The opened urn of an election's vote by phone: its ballots in an order of chance, and what became of the tokens. */
export interface PhoneUrn {
  channel: PhoneChannel
  /** Marks in the order of the paper; null: it did not open, its voter has spoilt it. */
  ballots: readonly (readonly number[] | null)[]
}

/**
 * The opened urn that belongs to the vote of an election that runs; null where that vote is on paper only or the urn is not opened yet. The urn is read
 * by itself, before the transaction that counts: what was opened never changes again.
 */
export async function phoneUrnOf(
  platform: Platform,
  actor: Actor,
  ballotId: string,
): Promise<PhoneUrn | null> {
  const vote = await inTenantReading(platform, actor.tenantId, async (tx) => {
    const election = await findElection(tx, actor, ballotId)
    return election.roundNo === 1 ? await joinedVoteOf(tx, election.id) : undefined
  })
  if (vote?.state !== 'counted') return null
  const ballots = await inUrn(platform.urn, (tx) => openedBallots(tx, vote.id))
  const { surrendered } = (await boardOf(platform, vote.id))!
  return { channel: phoneChannel(vote.issued, { returned: ballots.length, surrendered }), ballots }
}

/** What became of tokens: drawn = cast and live + given up for paper + nothing cast with. */
function phoneChannel(issued: number, seen: { returned: number; surrendered: number }): PhoneChannel {
  return { issued, ...seen, notReturned: Math.max(0, issued - seen.returned - seen.surrendered) }
}

const meaning: Readonly<Record<number, Mark>> = { 1: 'yes', 2: 'no' }

/** A ballot by phone as it is counted, like a paper of the same marks. */
export function countedPhoneBallot(
  marks: readonly number[] | null,
  candidateIds: readonly string[],
): CountedBallot {
  return {
    marks: Object.fromEntries(candidateIds.map((id, at) => [id, meaning[marks?.[at] ?? 0] ?? 'abstain'])),
    writeIns: [],
    unclear: marks === null,
  }
}
