import { sql } from 'kysely'
import type { PhoneVoteResult } from '#contract/phone-votes.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** That the ballots of a vote by phone are being destroyed or were: what stays to be shown, and since which day. */
export interface Destruction {
  result: PhoneVoteResult | null
  /** Null while the urn is not empty yet. */
  endedOn: string | null
}

/** The destruction of a vote's ballots; undefined as long as they are kept. */
export async function destructionOf(tx: Tx, voteId: string): Promise<Destruction | undefined> {
  const { rows } = await sql<Destruction>`
    select result, (ended_at at time zone 'Asia/Shanghai')::date as "endedOn" from phone_vote_destructions
    where tenant_id = ${tx.tenantId} and vote_id = ${voteId}`.execute(tx)
  return rows[0]
}

/**
 * Begins the destruction: keeps how many tokens were drawn and what the board goes on showing, and removes who drew a token and who gave one up. Begun
 * before, it changes nothing.
 */
export async function beginDestruction(
  tx: Tx,
  voteId: string,
  kept: { issued: number; result: PhoneVoteResult | null },
): Promise<void> {
  await sql`
    insert into phone_vote_destructions (tenant_id, vote_id, issued, result)
    values (${tx.tenantId}, ${voteId}, ${kept.issued}, ${kept.result === null ? null : JSON.stringify(kept.result)}::jsonb)
    on conflict do nothing`.execute(tx)
  for (const table of ['phone_vote_surrenders', 'phone_vote_voters'])
    await sql`delete from ${sql.table(table)} where tenant_id = ${tx.tenantId} and vote_id = ${voteId}`.execute(
      tx,
    )
}

/** Says that the urn is empty; false when that was said before. */
export async function endDestruction(tx: Tx, voteId: string): Promise<boolean> {
  const { rows } = await sql`
    update phone_vote_destructions set ended_at = app_now() where tenant_id = ${tx.tenantId} and vote_id = ${voteId} and ended_at is null
    returning 1`.execute(tx)
  return rows.length === 1
}
