import { sql } from 'kysely'
import type { BallotPhone } from '#contract/ballots-shapes.ts'
import { hexOf } from '#contract/sealed-votes/bytes.ts'
import { canReach } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { voidingOf } from '../voiding/store.ts'
import { issuedCount, voteColumns, type LockedVote } from '../tokens/store.ts'

/** The vote by phone that belongs to an election. */
export interface JoinedVote extends LockedVote {
  issued: number
}

/** The vote by phone of an election, whose row is locked by whoever changes anything about it; undefined where it is on paper only. */
export async function joinedVoteOf(tx: Tx, electionId: string): Promise<JoinedVote | undefined> {
  const { rows } = await sql<JoinedVote>`
    select ${voteColumns}, ${issuedCount} as issued from phone_votes v
    where v.tenant_id = ${tx.tenantId} and v.election_id = ${electionId}`.execute(tx)
  return rows[0]
}

/** Which of these lines of the roll hold a token that was not given up: they get no paper. */
export async function holdingToken(tx: Tx, voteId: string, entryNos: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ entryNo: number }>`
    select entry_no as "entryNo" from phone_vote_voters v
    where v.tenant_id = ${tx.tenantId} and v.vote_id = ${voteId} and v.has_token and v.entry_no = any(${[...entryNos]}::int[])
      and not exists (select from phone_vote_surrenders s where s.tenant_id = v.tenant_id and s.vote_id = v.vote_id and s.entry_no = v.entry_no)
    order by entry_no`.execute(tx)
  return rows.map(({ entryNo }) => entryNo)
}

/** The vote by phone of an election as its page shows it; null where it is on paper only. */
export async function phoneOf(
  tx: Tx,
  actor: Actor,
  election: { id: string; organisationId: string },
): Promise<BallotPhone | null> {
  const vote = await joinedVoteOf(tx, election.id)
  if (vote === undefined) return null
  const may = (permission: 'phone_votes.run' | 'phone_votes.keys' | 'phone_votes.allow') =>
    canReach(tx, { actor, permission }, election.organisationId)
  const steps = await stepsOf(tx, vote.id)
  return {
    voteId: vote.id,
    state: vote.state,
    committeeKey: vote.committeeKey === null ? null : hexOf(vote.committeeKey),
    issued: vote.issued,
    allowedBy: steps.find(({ step }) => step === 'allowed')?.byUnion ?? null,
    voiding: await voidingSeen(tx, actor, vote.id),
    steps: steps.map(({ step, takenAt }) => ({ step, takenAt: takenAt.toISOString() })),
    can: {
      allow:
        actor.appointment?.organisationId !== election.organisationId && (await may('phone_votes.allow')),
      run: await may('phone_votes.run'),
      keys: await may('phone_votes.keys'),
    },
  }
}

async function voidingSeen(tx: Tx, actor: Actor, voteId: string): Promise<BallotPhone['voiding']> {
  const voiding = await voidingOf(tx, voteId)
  if (voiding === undefined) return null
  const records = await personRecords(tx, actor.personId)
  return {
    reason: voiding.reason,
    declaredAt: voiding.declaredAt.toISOString(),
    declaredByMe: records?.recordIds.includes(voiding.declaredByPerson) ?? false,
    confirmedAt: voiding.confirmedAt?.toISOString() ?? null,
  }
}

async function stepsOf(
  tx: Tx,
  voteId: string,
): Promise<{ step: string; takenAt: Date; byUnion: string | null }[]> {
  const { rows } = await sql<{ step: string; takenAt: Date; byUnion: string | null }>`
    select s.step, s.taken_at as "takenAt", (select p.name from appointments a
        join organisation_profiles p on p.tenant_id = a.tenant_id and p.organisation_id = a.organisation_id and p.superseded_at is null
      where a.tenant_id = s.tenant_id and a.appointment_id = s.taken_by order by p.starts_on desc limit 1) as "byUnion"
    from phone_vote_steps s where s.tenant_id = ${tx.tenantId} and s.vote_id = ${voteId} order by s.taken_at`.execute(
    tx,
  )
  return rows
}
