import { sql } from 'kysely'
import type { operations } from '#contract/ballots.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { findElection } from '../../election.ts'

type Line = OutputOf<(typeof operations)['getBallotRoll']>['items'][number]

// Of the first vote while it runs, for the table with the paper; before and after nobody needs to know who drew one.
const tokenOf = (round: number | null) => sql`
  case when ${round}::smallint is distinct from 1 then 'none' else coalesce((
    select case when s.code is not null then 'surrendered' when r.has_token then 'held' end from phone_votes v
    join phone_vote_voters r on r.tenant_id = v.tenant_id and r.vote_id = v.id and r.entry_no = e.entry_no
    left join phone_vote_surrenders s on s.tenant_id = r.tenant_id and s.vote_id = r.vote_id and s.entry_no = r.entry_no
    where v.tenant_id = e.tenant_id and v.election_id = e.election_id
      and not exists (select from phone_vote_steps x where x.tenant_id = v.tenant_id and x.vote_id = v.id and x.step = 'voided')), 'none') end`

/** The frozen roll in its order, and who has collected a paper in the vote that runs; empty before it was frozen. `q` is part of a name or a number. */
export async function getBallotRoll(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['getBallotRoll']>,
): Promise<OutputOf<(typeof operations)['getBallotRoll']>> {
  const election = await findElection(tx, actor, input.ballotId)
  const limit = input.limit ?? 100
  const after = Number(readCursor(input.cursor, ['0'])[0])
  const q = input.q?.trim() ?? ''
  const round = election.state === 'voting' ? election.roundNo : null
  const matching = sql`election_roll_entries e
    where e.tenant_id = ${tx.tenantId} and e.election_id = ${election.id} and e.version = ${election.rollVersion}
      and (${q} = '' or strpos(e.name, ${q}) > 0 or e.entry_no::text = ${q})`
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total from ${matching}`.execute(tx)
  const { rows } = await sql<Line>`
    select e.entry_no as "entryNo", e.name, exists (select from paper_collections c where c.tenant_id = e.tenant_id and c.election_id = e.election_id
      and c.round_no = ${round}::smallint and c.entry_no = e.entry_no) as collected,
      ${tokenOf(round)} as token
    from ${matching} and e.entry_no > ${after} order by e.entry_no limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([String(last.entryNo)]) : null,
    total: counted[0]!.total,
  }
}
