import { randomUUID } from 'node:crypto'
import { mostNames } from '#contract/sealed-votes/sealed-ballot.ts'
import { createTask } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, refuse } from '#server/platform/errors.ts'
import { lockedElection, standingOnPaper } from '../../election.ts'
import { rollEntriesOf } from '../../preparation/store.ts'
import { insertVote, insertVoters, replaceRoll } from '../../tokens/store.ts'
import { publicTokenKey } from '../../tokens/token-key.ts'
import { joinedVoteOf } from '../joined-vote.ts'

// A title of an election may be longer than that of a vote by phone, where it stands on a small screen.
const longestTitle = 80

/**
 * Prepares the first vote of an election for phones too, while the candidates stand in their notice: with the election's own frozen roll, its paper in
 * the order of strokes and its seats. Nothing can be done with it until the higher union allows it for this election (B9).
 */
export async function joinPhoneVote(
  tx: Tx,
  actor: Actor,
  { ballotId }: { ballotId: string },
): Promise<{ id: string }> {
  const election = await lockedElection(tx, actor, {
    id: ballotId,
    permission: 'phone_votes.run',
    states: ['published'],
  })
  if ((await joinedVoteOf(tx, election.id)) !== undefined) conflict('phone_votes.joined_already')
  const names = (await standingOnPaper(tx, election.id)).map(({ name }) => name)
  if (new Set(names).size < names.length) refuse('phone_votes.names_alike')
  if (names.length > mostNames) refuse('phone_votes.too_many_names', { most: mostNames })
  const roll = await rollEntriesOf(tx, { electionId: election.id, version: election.rollVersion! })
  // Random and not by time: it stands in the urn too.
  const id = randomUUID()
  await insertVote(tx, {
    id,
    organisationId: election.organisationId,
    title: election.title.slice(0, longestTitle),
    seats: election.seats,
    names,
    due: roll.entries.length,
    rollHash: roll.hash,
    tokenKey: Buffer.from(publicTokenKey(tx.keys, id)),
    createdBy: (actor.appointment ?? forbidden()).id,
    electionId: election.id,
  })
  await insertVoters(
    tx,
    id,
    roll.entries.map(({ personId }) => personId),
  )
  await createTask(tx, actor, {
    kind: 'phone_votes.to_allow',
    organisationId: election.organisationId,
    permission: 'phone_votes.allow',
    subjectId: election.id,
    params: {},
    dueOn: null,
  })
  await audit(tx, actor, 'phone_votes.prepared', {
    kind: 'phone_vote',
    id,
    organisationId: election.organisationId,
    params: { due: roll.entries.length, names: names.length },
  })
  return { id }
}

/**
 * Lets the vote by phone follow a roll that was frozen anew. Once tokens are drawn it cannot: whoever drew one stands on the roll as it was, and a
 * token cannot be taken back.
 */
export async function followRoll(
  tx: Tx,
  electionId: string,
  roll: { hash: string; personIds: readonly string[] },
): Promise<void> {
  const vote = await joinedVoteOf(tx, electionId)
  if (vote === undefined) return
  if (!['prepared', 'allowed', 'keyed'].includes(vote.state)) refuse('phone_votes.roll_in_use')
  await replaceRoll(tx, vote.id, { hash: roll.hash, personIds: roll.personIds })
}
