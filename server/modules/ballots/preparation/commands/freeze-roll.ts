import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, refuse } from '#server/platform/errors.ts'
import { lockedElection, type Election } from '../../election.ts'
import { followRoll } from '../../joining/commands/join-phone-vote.ts'
import { inStrokeOrder } from '../../strokes/stroke-order.ts'
import { delegatesOn, membersOn } from '../electorate.ts'
import { delegateBand, sizeAllowed } from '../rules-of-election.ts'
import { seatsInAll } from '../seats.ts'
import { insertRoll } from '../store.ts'

/**
 * Freezes the roll: everybody who is a member of the union on that day, or its delegates; a retained membership has no vote (C3). Names stand in
 * the order of strokes, its hash is printed below. After an objection it is frozen anew, until the first vote opens. A committee or a number of
 * delegates too small or too large for so many members is refused (B20, B21).
 */
export async function freezeRoll(
  tx: Tx,
  actor: Actor,
  input: { ballotId: string; asOf: string },
): Promise<void> {
  const election = await lockedElection(tx, actor, {
    id: input.ballotId,
    permission: 'ballots.run',
    states: ['approved', 'roll_frozen', 'published'],
  })
  if (input.asOf > actor.today) invalid([{ path: 'asOf', code: 'ballots.day_ahead' }])
  const members = await membersOn(tx, election.organisationId, input.asOf)
  if (members.length === 0) refuse('ballots.no_members')
  await mustSuit(tx, election, members.length)
  const voters =
    election.electorate === 'delegates' ? await delegatesOn(tx, election.organisationId, input.asOf) : members
  if (voters.length === 0) refuse('ballots.no_delegates')
  const entries = inStrokeOrder(voters, ({ name }) => name).map((voter, at) => ({
    ...voter,
    entryNo: at + 1,
  }))
  const { version, hash } = await insertRoll(tx, actor, {
    electionId: election.id,
    asOf: input.asOf,
    entries,
  })
  await followRoll(tx, election.id, { hash, personIds: entries.map(({ personId }) => personId) })
  await audit(tx, actor, 'ballots.roll_frozen', {
    kind: 'ballot',
    id: election.id,
    organisationId: election.organisationId,
    params: { due: entries.length, version },
  })
}

/** Refuses a committee or a number of delegates outside its table for so many members. */
async function mustSuit(tx: Tx, election: Election, members: number): Promise<void> {
  const { kind, seats, rules } = election
  if (kind === 'committee' && !sizeAllowed(rules, members, await seatsInAll(tx, election, seats)))
    refuse('ballots.committee_size', { seats, members })
  if (kind !== 'delegates') return
  const band = delegateBand(rules, members)
  if (band === null) refuse('ballots.all_members_meet', { members })
  if (seats < band.least || band.most < seats)
    refuse('ballots.delegate_count', { members, least: band.least, most: band.most })
}
