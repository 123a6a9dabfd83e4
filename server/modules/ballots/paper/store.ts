import { sql } from 'kysely'
import type { KeyedPaper } from '#contract/ballots-shapes.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { CountingRules } from '../counting/rules.ts'

/** One vote of an election. */
export interface Round {
  electionId: string
  roundNo: number
  kind: 'first' | 'run_off' | 'new_vote' | 'repeat' | 'final'
  /** Of two rounds the first finds candidates; every other vote gives seats. */
  stage: 'pre' | 'final'
  rollVersion: number
  counting: CountingRules
  candidateIds: string[]
}

/** Opens a vote. */
export async function insertRound(tx: Tx, actor: Actor, round: Round): Promise<void> {
  await sql`
    insert into election_rounds (tenant_id, election_id, round_no, kind, stage, roll_version, counting, candidate_ids, opened_by)
    values (${tx.tenantId}, ${round.electionId}, ${round.roundNo}, ${round.kind}, ${round.stage}, ${round.rollVersion}, ${JSON.stringify(round.counting)}::jsonb,
      ${[...round.candidateIds]}::uuid[], ${actor.appointment?.id ?? null})`.execute(tx)
}

/** Notes who of the roll has collected a paper; gives the numbers that had one already, and then nothing was noted. */
export async function insertCollections(
  tx: Tx,
  collected: { electionId: string; roundNo: number; entryNos: readonly number[] },
): Promise<number> {
  const { rows } = await sql`
    insert into paper_collections (tenant_id, election_id, round_no, entry_no)
    select ${tx.tenantId}, ${collected.electionId}, ${collected.roundNo}, e from unnest(${[...collected.entryNos]}::int[]) e
    order by e on conflict do nothing returning entry_no`.execute(tx)
  return rows.length
}

/** A bundle as one person keyed it last. */
export interface Entry {
  bundleNo: number
  personId: string
  version: number
  ballots: KeyedPaper[]
}

/** Keeps what somebody keyed of a bundle, as their next version. */
export async function insertEntry(
  tx: Tx,
  entry: Entry & { electionId: string; roundNo: number },
): Promise<void> {
  await sql`
    insert into paper_entries (tenant_id, election_id, round_no, bundle_no, person_id, version, ballots)
    values (${tx.tenantId}, ${entry.electionId}, ${entry.roundNo}, ${entry.bundleNo}, ${entry.personId}, ${entry.version},
      ${JSON.stringify(entry.ballots)}::jsonb)`.execute(tx)
}
