import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'
import { candidatesOf, standingOnPaper } from '../../election.ts'
import { openBallot } from '../../paper/commands/open-ballot.ts'
import { roundsOf } from '../../paper/rounds.ts'
import type { LockedVote } from '../../tokens/store.ts'

/** Opens the vote on paper in the same step as the urn: whoever has no token votes on paper from then on, and both have the same names. */
export async function openPapersToo(
  tx: Tx,
  actor: Actor,
  vote: LockedVote & { electionId: string },
): Promise<void> {
  const names = (await standingOnPaper(tx, vote.electionId)).map(({ name }) => name)
  if (names.length !== vote.names.length || names.some((name, at) => name !== vote.names[at]))
    conflict('phone_votes.paper_changed')
  await openBallot(tx, actor, { ballotId: vote.electionId })
}

/** Whether a vote of an election was opened already: then its first vote is on paper only. */
export async function hasRound(tx: Tx, electionId: string): Promise<boolean> {
  return (await roundsOf(tx, electionId)).length > 0
}

/** Nobody makes the key who stands in the election: a scrutineer is no candidate (B9). */
export async function mustStandNowhere(tx: Tx, actor: Actor, vote: LockedVote): Promise<void> {
  if (vote.electionId === null) return
  const standing = await candidatesOf(tx, vote.electionId)
  if (standing.some(({ personId }) => personId === actor.personId)) refuse('ballots.candidate_counts')
}
