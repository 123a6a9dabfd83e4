import { sql } from 'kysely'
import type { PhoneVoteState } from '#contract/phone-votes.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A vote as commands need it. */
export interface LockedVote {
  id: string
  organisationId: string
  /** The election it belongs to; null: it stands by itself. */
  electionId: string | null
  /** Whether it is about a recall: one name, carried or not. */
  isRecall: boolean
  title: string
  seats: number
  names: string[]
  due: number
  rollHash: string
  tokenKey: Buffer
  committeeKey: Buffer | null
  state: PhoneVoteState
}

const stateOf = sql`coalesce((select step from phone_vote_steps s where s.tenant_id = v.tenant_id and s.vote_id = v.id
  order by array_position(array['allowed', 'keyed', 'tokens', 'opened', 'closed', 'counted', 'voided'], step) desc limit 1), 'prepared')`

/** The columns of a vote `v`. */
export const voteColumns = sql`v.id, v.organisation_id as "organisationId", v.election_id as "electionId",
  exists (select from elections e where e.tenant_id = v.tenant_id and e.id = v.election_id and e.kind = 'recall') as "isRecall", v.title, v.seats, v.names, v.due, v.roll_hash as "rollHash",
  v.token_key as "tokenKey", v.committee_key as "committeeKey", ${stateOf} as state`

/** How many tokens of a vote `v` were drawn: counted, or as it was kept when the lines were destroyed. */
export const issuedCount = sql<number>`coalesce(
  (select d.issued from phone_vote_destructions d where d.tenant_id = v.tenant_id and d.vote_id = v.id),
  (select count(*)::int from phone_vote_voters r where r.tenant_id = v.tenant_id and r.vote_id = v.id and r.has_token))`

/** The election a vote belongs to, which is for good; null where it stands by itself or is not there. */
export async function electionOfVote(tx: Tx, voteId: string): Promise<string | null> {
  const { rows } = await sql<{ electionId: string | null }>`
    select election_id as "electionId" from phone_votes where tenant_id = ${tx.tenantId} and id = ${voteId}`.execute(
    tx,
  )
  return rows[0]?.electionId ?? null
}

/** Locks a vote until the transaction ends; undefined where there is none. */
export async function lockVote(tx: Tx, voteId: string): Promise<LockedVote | undefined> {
  await sql`select from phone_votes where tenant_id = ${tx.tenantId} and id = ${voteId} for update`.execute(
    tx,
  )
  const { rows } = await sql<LockedVote>`
    select ${voteColumns} from phone_votes v where v.tenant_id = ${tx.tenantId} and v.id = ${voteId}`.execute(
    tx,
  )
  return rows[0]
}

/** Where a vote stands. */
export async function voteStateOf(tx: Tx, voteId: string): Promise<PhoneVoteState | undefined> {
  const { rows } = await sql<{ state: PhoneVoteState }>`
    select ${stateOf} as state from phone_votes v where v.tenant_id = ${tx.tenantId} and v.id = ${voteId}`.execute(
    tx,
  )
  return rows[0]?.state
}

/** What a vote is made of; its id is random and tells no time. */
export interface NewVote {
  id: string
  organisationId: string
  title: string
  seats: number
  names: readonly string[]
  due: number
  rollHash: string
  tokenKey: Buffer
  createdBy: string
  electionId: string | null
}

/** Adds a vote. */
export async function insertVote(tx: Tx, vote: NewVote): Promise<void> {
  await sql`
    insert into phone_votes (tenant_id, id, organisation_id, title, seats, names, due, roll_hash, token_key, created_by, election_id)
    values (${tx.tenantId}, ${vote.id}, ${vote.organisationId}, ${vote.title}, ${vote.seats}, ${vote.names}, ${vote.due}, ${vote.rollHash},
      ${vote.tokenKey}, ${vote.createdBy}, ${vote.electionId})`.execute(tx)
}

/** Adds the lines of a roll, numbered in the order given. */
export async function insertVoters(tx: Tx, voteId: string, personIds: readonly string[]): Promise<void> {
  await sql`
    insert into phone_vote_voters (tenant_id, vote_id, entry_no, person_id)
    select ${tx.tenantId}, ${voteId}, no, person from unnest(${personIds}::uuid[]) with ordinality as roll (person, no)`.execute(
    tx,
  )
}

/** Puts another roll in the place of one from which no token was drawn. */
export async function replaceRoll(
  tx: Tx,
  voteId: string,
  roll: { hash: string; personIds: readonly string[] },
): Promise<void> {
  await sql`delete from phone_vote_voters where tenant_id = ${tx.tenantId} and vote_id = ${voteId}`.execute(
    tx,
  )
  await sql`
    update phone_votes set due = ${roll.personIds.length}, roll_hash = ${roll.hash} where tenant_id = ${tx.tenantId} and id = ${voteId}`.execute(
    tx,
  )
  await insertVoters(tx, voteId, roll.personIds)
}

/** Says that a step was taken; once. */
export async function insertStep(
  tx: Tx,
  voteId: string,
  taken: { step: PhoneVoteState; takenBy: string },
): Promise<void> {
  await sql`
    insert into phone_vote_steps (tenant_id, vote_id, step, taken_by) values (${tx.tenantId}, ${voteId}, ${taken.step}, ${taken.takenBy})
    on conflict do nothing`.execute(tx)
}

/** Keeps the public half of the committee's key. */
export async function setCommitteeKey(tx: Tx, voteId: string, key: Buffer): Promise<void> {
  await sql`
    update phone_votes set committee_key = ${key} where tenant_id = ${tx.tenantId} and id = ${voteId}`.execute(
    tx,
  )
}

/** One line of a roll. */
export interface Voter {
  entryNo: number
  hasToken: boolean
  blinded: Buffer | null
}

/** Locks somebody's line on a roll, found by any of their records; undefined where they do not stand on it. */
export async function lockVoter(
  tx: Tx,
  voteId: string,
  personIds: readonly string[],
): Promise<Voter | undefined> {
  const { rows } = await sql<Voter>`
    select entry_no as "entryNo", has_token as "hasToken", blinded from phone_vote_voters
    where tenant_id = ${tx.tenantId} and vote_id = ${voteId} and person_id = any(${personIds}::uuid[])
    order by entry_no limit 1 for update`.execute(tx)
  return rows[0]
}

/** Marks on the roll that a token was drawn, with what the device sent for it. */
export async function markIssued(
  tx: Tx,
  voteId: string,
  drawn: { entryNo: number; blinded: Buffer },
): Promise<void> {
  await sql`
    update phone_vote_voters set has_token = true, blinded = ${drawn.blinded}
    where tenant_id = ${tx.tenantId} and vote_id = ${voteId} and entry_no = ${drawn.entryNo}`.execute(tx)
}

/** Writes a roll anew in random order and without what devices sent: what lies there tells no order of drawing. */
export async function rewriteVoters(tx: Tx, voteId: string): Promise<void> {
  await sql`
    with taken as (delete from phone_vote_voters where tenant_id = ${tx.tenantId} and vote_id = ${voteId} returning *),
    mixed as materialized (select * from taken order by gen_random_uuid())
    insert into phone_vote_voters (tenant_id, vote_id, entry_no, person_id, has_token)
    select tenant_id, vote_id, entry_no, person_id, has_token from mixed`.execute(tx)
}

/** One line of a roll by its number: whether a token was drawn, and whether it was given up already. */
export async function lockEntry(
  tx: Tx,
  voteId: string,
  entryNo: number,
): Promise<{ hasToken: boolean; code: string | null } | undefined> {
  const { rows } = await sql<{ hasToken: boolean; code: string | null }>`
    select v.has_token as "hasToken", (select code from phone_vote_surrenders s where s.tenant_id = v.tenant_id and s.vote_id = v.vote_id
      and s.entry_no = v.entry_no) as code
    from phone_vote_voters v where v.tenant_id = ${tx.tenantId} and v.vote_id = ${voteId} and v.entry_no = ${entryNo} for update of v`.execute(
    tx,
  )
  return rows[0]
}

/** Takes the code of a surrender for a line; false when it was taken for another. */
export async function insertSurrender(
  tx: Tx,
  voteId: string,
  taken: { entryNo: number; code: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into phone_vote_surrenders (tenant_id, vote_id, entry_no, code) values (${tx.tenantId}, ${voteId}, ${taken.entryNo}, ${taken.code})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length === 1
}
