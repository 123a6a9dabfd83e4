import { sql } from 'kysely'
import type { PhoneChannel } from '#contract/ballots-shapes.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { NextStep } from '../counting/next-ballot.ts'
import type { CountResult } from '../counting/result.ts'

/** What became of the papers that were handed out, and of the tokens where the vote was held by phone too. */
export interface Channels {
  issued: number
  returned: number
  spoilt: number
  notReturned: number
  /** Null, or missing in results from before votes by phone: on paper only. */
  phone?: PhoneChannel | null
}

/** Keeps what a vote came to: once, and never changed. */
export async function insertResult(
  tx: Tx,
  actor: Actor,
  counted: {
    electionId: string
    roundNo: number
    channels: Channels
    result: CountResult
    next: readonly NextStep[]
  },
): Promise<void> {
  await sql`
    insert into election_results (tenant_id, election_id, round_no, channels, result, next_steps, counted_by)
    values (${tx.tenantId}, ${counted.electionId}, ${counted.roundNo}, ${JSON.stringify(counted.channels)}::jsonb,
      ${JSON.stringify(counted.result)}::jsonb, ${JSON.stringify(counted.next)}::jsonb, ${actor.appointment?.id ?? null})`.execute(
    tx,
  )
}
