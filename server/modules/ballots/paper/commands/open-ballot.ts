import { noticeOf } from '#server/modules/public-notices/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { candidatesOf, lockedElection } from '../../election.ts'
import { countingOf } from '../../preparation/rules-of-election.ts'
import { inStrokeOrder } from '../../strokes/stroke-order.ts'
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
  const standing = (await candidatesOf(tx, election.id)).filter(({ blockedBy }) => blockedBy.length === 0)
  await insertRound(tx, actor, {
    electionId: election.id,
    roundNo: 1,
    kind: 'first',
    rollVersion: election.rollVersion!,
    counting: countingOf(election.rules, election.seats),
    candidateIds: inStrokeOrder(standing, ({ name }) => name).map(({ id }) => id),
  })
  await audit(tx, actor, 'ballots.opened', {
    kind: 'ballot',
    id: election.id,
    organisationId: election.organisationId,
    params: { round: 1 },
  })
}

/** Notes who of the roll has collected a paper. Somebody who has one gets no second (409), and then nobody of the list is noted. */
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
