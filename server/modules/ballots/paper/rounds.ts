import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Entry, Round } from './store.ts'

/** A vote with how many papers were handed out, and when it began and was closed. */
export interface RoundNow extends Round {
  due: number
  issued: number
  openedAt: Date
  closedAt: Date | null
}

/** The votes of an election in their order. */
export async function roundsOf(tx: Tx, electionId: string): Promise<RoundNow[]> {
  const { rows } = await sql<RoundNow>`
    select r.election_id as "electionId", r.round_no as "roundNo", r.kind, r.stage, r.roll_version as "rollVersion", r.counting, r.candidate_ids as "candidateIds",
      l.due, r.opened_at as "openedAt", x.counted_at as "closedAt",
      (select count(*)::int from paper_collections c where c.tenant_id = r.tenant_id and c.election_id = r.election_id and c.round_no = r.round_no) as issued
    from election_rounds r
    join election_rolls l on l.tenant_id = r.tenant_id and l.election_id = r.election_id and l.version = r.roll_version
    left join election_results x on x.tenant_id = r.tenant_id and x.election_id = r.election_id and x.round_no = r.round_no
    where r.tenant_id = ${tx.tenantId} and r.election_id = ${electionId} order by r.round_no`.execute(tx)
  return rows
}

/** What was keyed last by each person of each bundle of a vote. */
export async function entriesOf(
  tx: Tx,
  { electionId, roundNo }: { electionId: string; roundNo: number },
): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select distinct on (bundle_no, person_id) bundle_no as "bundleNo", person_id as "personId", version, ballots from paper_entries
    where tenant_id = ${tx.tenantId} and election_id = ${electionId} and round_no = ${roundNo}
    order by bundle_no, person_id, version desc`.execute(tx)
  return rows
}
