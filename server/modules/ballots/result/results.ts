import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { NextStep } from '../counting/next-ballot.ts'
import type { CountResult } from '../counting/result.ts'
import type { Round } from '../paper/store.ts'
import type { Channels } from './store.ts'

/** What a vote came to. */
export interface RoundResult {
  roundNo: number
  kind: Round['kind']
  stage: Round['stage']
  seats: number
  channels: Channels
  result: CountResult
  next: NextStep[]
  countedAt: Date
}

/** The votes of an election that are closed, in their order. */
export async function resultsOf(tx: Tx, electionId: string): Promise<RoundResult[]> {
  const { rows } = await sql<RoundResult>`
    select x.round_no as "roundNo", r.kind, r.stage, (r.counting->>'seats')::int as seats, x.channels, x.result, x.next_steps as next, x.counted_at as "countedAt"
    from election_results x
    join election_rounds r on r.tenant_id = x.tenant_id and r.election_id = x.election_id and r.round_no = x.round_no
    where x.tenant_id = ${tx.tenantId} and x.election_id = ${electionId} order by x.round_no`.execute(tx)
  return rows
}

/** Everybody who has a seat after these votes: candidates by id, others as they were written in. The first of two rounds gives none. */
export function electedIn(results: readonly RoundResult[]): string[] {
  return results.filter(({ stage }) => stage === 'final').flatMap(({ result }) => result.elected)
}

/** Everybody whom the first of two rounds has found as candidates of the second. */
export function chosenIn(results: readonly RoundResult[]): string[] {
  return results.filter(({ stage }) => stage === 'pre').flatMap(({ result }) => result.elected)
}
