import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, refuse } from '#server/platform/errors.ts'
import { lockedElection } from '../../election.ts'
import { inStrokeOrder } from '../../strokes/stroke-order.ts'
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
  const { version } = await insertRoll(tx, actor, { electionId: election.id, asOf: input.asOf, entries })
  await audit(tx, actor, 'ballots.roll_frozen', {
    kind: 'ballot',
    id: election.id,
    organisationId: election.organisationId,
    params: { due: entries.length, version },
  })
}

/** Members of the union on a day, each person once, whatever records they have. */
async function membersOn(
  tx: Tx,
  unionId: string,
  day: string,
): Promise<{ personId: string; name: string }[]> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select distinct on (p.id) p.id as "personId", p.name from memberships m
    left join person_aliases a on a.tenant_id = m.tenant_id and a.alias_id = m.person_id and a.undone_at is null
    join persons p on p.tenant_id = m.tenant_id and p.id = coalesce(a.person_id, m.person_id)
    where m.tenant_id = ${tx.tenantId} and m.union_id = ${unionId} and m.kind = 'member' and m.superseded_at is null
      and m.starts_on <= ${day}::date and (m.ends_before is null or ${day}::date < m.ends_before)
    order by p.id`.execute(tx)
  return rows
}
