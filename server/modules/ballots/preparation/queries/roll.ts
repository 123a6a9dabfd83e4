import { sql } from 'kysely'
import type { operations } from '#contract/ballots.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { findElection } from '../../election.ts'

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
  const { rows } = await sql<{ entryNo: number; name: string; collected: boolean }>`
    select e.entry_no as "entryNo", e.name, exists (select from paper_collections c where c.tenant_id = e.tenant_id and c.election_id = e.election_id
      and c.round_no = ${round}::smallint and c.entry_no = e.entry_no) as collected
    from ${matching} and e.entry_no > ${after} order by e.entry_no limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([String(last.entryNo)]) : null,
    total: counted[0]!.total,
  }
}
