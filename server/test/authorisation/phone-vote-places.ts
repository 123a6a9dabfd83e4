import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A vote by phone that was counted: nothing can be done with it any more. */
export interface PhoneVotePlace {
  voteId: string
}

/** The same of a place that does not exist. */
export const nowhereToPhone: PhoneVotePlace = { voteId: newId() }

/** Makes it for an organisation. */
export async function phoneVoteAt(tx: Tx, organisationId: string): Promise<PhoneVotePlace> {
  const voteId = newId()
  await sql`
    insert into phone_votes (tenant_id, id, organisation_id, title, seats, names, due, roll_hash, token_key, created_by)
    values (${tx.tenantId}, ${voteId}, ${organisationId}, '测试选举', 1, array['甲', '乙'], 1, 'x', ${Buffer.alloc(32)}, ${newId()})`.execute(
    tx,
  )
  await sql`
    insert into phone_vote_steps (tenant_id, vote_id, step, taken_by) values (${tx.tenantId}, ${voteId}, 'counted', ${newId()})`.execute(
    tx,
  )
  return { voteId }
}
