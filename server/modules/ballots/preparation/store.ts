import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { BallotKind, DeclaredWord } from '#contract/ballots-shapes.ts'
import type { ErrorParams } from '#contract/errors.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { ElectionRules } from './rules-of-election.ts'

/** An election as it is planned. */
export interface NewElection {
  organisationId: string
  kind: BallotKind
  title: string
  seats: number
  termYears: number
  meetingOn: string
  rules: ElectionRules
  /** Where not said: a new term, by all members, in one round. */
  fills?: 'term' | 'vacancy' | undefined
  electorate?: 'members' | 'delegates' | undefined
  form?: 'one_round' | 'two_rounds' | undefined
  /** The appointment a recall is about. */
  recalls?: string | undefined
}

/** Plans an election; gives its id. */
export async function insertElection(tx: Tx, actor: Actor, election: NewElection): Promise<string> {
  const id = newId()
  await sql`
    insert into elections (tenant_id, id, organisation_id, kind, title, seats, term_years, meeting_on, rules, created_by, fills, electorate, form,
      recalls_appointment)
    values (${tx.tenantId}, ${id}, ${election.organisationId}, ${election.kind}, ${election.title}, ${election.seats}, ${election.termYears},
      ${election.meetingOn}, ${JSON.stringify(election.rules)}::jsonb, ${actor.appointment?.id ?? null}, ${election.fills ?? 'term'},
      ${election.electorate ?? 'members'}, ${election.form ?? 'one_round'}, ${election.recalls ?? null})`.execute(
    tx,
  )
  return id
}

/** Locks an election: its steps are taken one after the other. */
export async function lockElection(tx: Tx, id: string): Promise<void> {
  await sql`select from elections where tenant_id = ${tx.tenantId} and id = ${id} for no key update`.execute(
    tx,
  )
}

/** What is done once in an election. */
export type ElectionStep = 'submitted' | 'approved' | 'published' | 'finished' | 'reported' | 'confirmed'

/** Notes a step with its author; it cannot be taken twice. */
export async function insertStep(
  tx: Tx,
  actor: Actor,
  { electionId, step, params = {} }: { electionId: string; step: ElectionStep; params?: ErrorParams },
): Promise<void> {
  await sql`
    insert into election_steps (tenant_id, election_id, step, params, taken_by)
    values (${tx.tenantId}, ${electionId}, ${step}, ${JSON.stringify(params)}::jsonb, ${actor.appointment?.id ?? null})`.execute(
    tx,
  )
}

/** Somebody on the roll. */
export interface RollEntry {
  entryNo: number
  personId: string
  name: string
}

/** Freezes a roll as the next version; gives its hash, which is printed below it. */
export async function insertRoll(
  tx: Tx,
  actor: Actor,
  roll: { electionId: string; asOf: string; entries: readonly RollEntry[] },
): Promise<{ version: number; hash: string }> {
  const lines = roll.entries.map(({ entryNo, name }) => `${entryNo}\t${name}\n`)
  const hash = createHash('sha256')
    .update(`${roll.electionId}\n${roll.asOf}\n${lines.join('')}`)
    .digest('hex')
  const { rows } = await sql<{ version: number }>`
    insert into election_rolls (tenant_id, election_id, version, as_of, due, hash, frozen_by)
    select ${tx.tenantId}, ${roll.electionId}, coalesce(max(version), 0) + 1, ${roll.asOf}::date, ${roll.entries.length}, ${hash},
      ${actor.appointment?.id ?? null}::uuid
    from election_rolls where tenant_id = ${tx.tenantId} and election_id = ${roll.electionId} returning version`.execute(
    tx,
  )
  const { version } = rows[0]!
  await sql`
    insert into election_roll_entries (tenant_id, election_id, version, entry_no, person_id, name)
    select ${tx.tenantId}, ${roll.electionId}, ${version}, e."entryNo", e."personId", e.name
    from json_to_recordset(${JSON.stringify(roll.entries)}::json) as e ("entryNo" int, "personId" uuid, name text)`.execute(
    tx,
  )
  return { version, hash }
}

/** A frozen roll with its hash, in the order of its numbers. */
export async function rollEntriesOf(
  tx: Tx,
  roll: { electionId: string; version: number },
): Promise<{ hash: string; entries: RollEntry[] }> {
  const { rows } = await sql<RollEntry & { hash: string }>`
    select l.hash, e.entry_no as "entryNo", e.person_id as "personId", e.name from election_rolls l
    join election_roll_entries e on e.tenant_id = l.tenant_id and e.election_id = l.election_id and e.version = l.version
    where l.tenant_id = ${tx.tenantId} and l.election_id = ${roll.electionId} and l.version = ${roll.version} order by e.entry_no`.execute(
    tx,
  )
  return {
    hash: rows[0]!.hash,
    entries: rows.map(({ entryNo, personId, name }) => ({ entryNo, personId, name })),
  }
}

/** A candidacy as it is entered. */
export interface NewCandidate {
  electionId: string
  personId: string
  name: string
  declared: readonly DeclaredWord[]
  blockedBy: readonly { declaration: DeclaredWord; source: string }[]
}

/** Adds a candidacy; false when the person has one that was not taken back. */
export async function insertCandidate(tx: Tx, actor: Actor, candidate: NewCandidate): Promise<boolean> {
  // Random: the id stands on ballots, which must not tell when somebody was nominated.
  const { rows } = await sql`
    insert into election_candidates (tenant_id, id, election_id, person_id, name, declared, blocked_by, nominated_by)
    values (${tx.tenantId}, ${randomUUID()}, ${candidate.electionId}, ${candidate.personId}, ${candidate.name}, ${[...candidate.declared]}::text[],
      ${JSON.stringify(candidate.blockedBy)}::jsonb, ${actor.appointment?.id ?? null})
    on conflict (tenant_id, election_id, person_id) where withdrawn_at is null do nothing returning id`.execute(
    tx,
  )
  return rows.length === 1
}

/** Takes a candidacy back; false when there is none. */
export async function withdrawCandidateRow(
  tx: Tx,
  actor: Actor,
  { electionId, candidateId }: { electionId: string; candidateId: string },
): Promise<boolean> {
  const { rows } = await sql`
    update election_candidates set withdrawn_at = now(), withdrawn_by = ${actor.appointment?.id ?? null}
    where tenant_id = ${tx.tenantId} and election_id = ${electionId} and id = ${candidateId} and withdrawn_at is null returning id`.execute(
    tx,
  )
  return rows.length === 1
}
