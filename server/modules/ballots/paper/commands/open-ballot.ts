import { noticeOf } from '#server/modules/public-notices/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { lockedElection, standingOnPaper, type Election } from '../../election.ts'
import { holdingToken, joinedVoteOf } from '../../joining/joined-vote.ts'
import { countingOf, preCountingOf } from '../../preparation/rules-of-election.ts'
import { roundsOf } from '../rounds.ts'
import { insertCollections, insertRound } from '../store.ts'

/** Opens the first vote: the notice has stood for its days, every objection is answered, and the assembly meets today or met before. */
export async function openBallot(tx: Tx, actor: Actor, { ballotId }: { ballotId: string }): Promise<void> {
  const election = await lockedElection(tx, actor, {
    id: ballotId,
    permission: 'ballots.run',
    states: ['published'],
  })
  const notice = found(await noticeOf(tx, { kind: 'candidates', subjectId: election.id }))
  if (!notice.isOver) refuse('ballots.notice_stands', { lastDay: notice.lastDay })
  if (election.meetingOn > actor.today) refuse('ballots.before_meeting', { meetingOn: election.meetingOn })
  const phone = await joinedVoteOf(tx, election.id)
  // The token period ends and the urn opens in the same step: whoever opens only the papers would leave tokens nobody can cast with.
  if (phone?.state === 'tokens') refuse('ballots.opens_with_phone')
  await insertRound(tx, actor, {
    electionId: election.id,
    roundNo: 1,
    kind: 'first',
    stage: election.form === 'two_rounds' ? 'pre' : 'final',
    rollVersion: election.rollVersion!,
    counting:
      election.form === 'two_rounds'
        ? preCountingOf(election.rules, election.seats)
        : countingOf(election.rules, election.seats),
    candidateIds: (await standingOnPaper(tx, election.id)).map(({ id }) => id),
  })
  await audit(tx, actor, 'ballots.opened', {
    kind: 'ballot',
    id: election.id,
    organisationId: election.organisationId,
    params: { round: 1 },
  })
}

/**
 * Notes who of the roll has collected a paper. Somebody who has one gets no second (409), whoever holds a phone token gets none before it was given up,
 * and then nobody of the list is noted.
 */
export async function handOutPapers(
  tx: Tx,
  actor: Actor,
  input: { ballotId: string; entryNos: readonly number[] },
): Promise<{ issued: number }> {
  const election = await lockedElection(tx, actor, {
    id: input.ballotId,
    permission: 'ballots.count',
    states: ['voting'],
  })
  if (input.entryNos.some((entryNo) => entryNo > election.due!)) refuse('ballots.not_on_roll')
  await mustHoldNoToken(tx, election, input.entryNos)
  const noted = await insertCollections(tx, {
    electionId: election.id,
    roundNo: election.roundNo!,
    entryNos: input.entryNos,
  })
  if (noted < input.entryNos.length) conflict('ballots.has_paper')
  const round = (await roundsOf(tx, election.id)).at(-1)!
  // Only how many: an entry for each would write down who came when.
  await audit(tx, actor, 'ballots.papers_handed_out', {
    kind: 'ballot',
    id: election.id,
    organisationId: election.organisationId,
    params: { papers: noted },
  })
  return { issued: round.issued }
}

// Tokens are for the first vote: later ones are on paper only. No token is drawn after the opening, and a cancellation is for good.
async function mustHoldNoToken(tx: Tx, election: Election, entryNos: readonly number[]): Promise<void> {
  if (election.roundNo !== 1) return
  const phone = await joinedVoteOf(tx, election.id)
  // Void, a token holds nobody from paper.
  if (phone === undefined || phone.state === 'voided') return
  const holding = await holdingToken(tx, phone.id, entryNos)
  if (holding.length > 0) refuse('ballots.holds_token', { entries: holding.join('、') })
}
