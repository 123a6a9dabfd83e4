import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, refuse } from '#server/platform/errors.ts'
import { lockedElection } from '../../election.ts'
import { followRoll } from '../../joining/commands/join-phone-vote.ts'
import { inStrokeOrder } from '../../strokes/stroke-order.ts'
import { membersOn } from '../electorate.ts'
import { sizeAllowed } from '../rules-of-election.ts'
import { insertRoll } from '../store.ts'

/**
 * Freezes the roll: everybody who is a member of the union on that day; a retained membership has no vote (C3). Names stand in the order of
 * strokes, its hash is printed below. After an objection it is frozen anew, until the first vote opens. A committee too small or too large for
 * so many members is refused (B20).
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
  if (election.kind === 'committee' && !sizeAllowed(election.rules, members.length, election.seats))
    refuse('ballots.committee_size', { seats: election.seats, members: members.length })
  const entries = inStrokeOrder(members, ({ name }) => name).map((member, at) => ({
    ...member,
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
