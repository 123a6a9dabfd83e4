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

/** Keeps who are the delegates of the union for the term that begins with the assembly. */
export async function insertDelegates(
  tx: Tx,
  delegates: {
    election: { id: string; organisationId: string; meetingOn: string }
    persons: readonly { personId: string }[]
    endsBefore: string
  },
): Promise<void> {
  const { election, persons, endsBefore } = delegates
  await sql`
    insert into union_delegates (tenant_id, election_id, person_id, organisation_id, starts_on, ends_before)
    select ${tx.tenantId}, ${election.id}, p, ${election.organisationId}, ${election.meetingOn}, ${endsBefore}
    from unnest(${persons.map(({ personId }) => personId)}::uuid[]) p order by p`.execute(tx)
}
