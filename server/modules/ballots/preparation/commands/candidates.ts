import { sql } from 'kysely'
import type { operations } from '#contract/ballots.ts'
import type { InputOf } from '#contract/operation.ts'
import {
  noticeOf,
  publishNotice,
  raiseObjection,
  settleObjection,
} from '#server/modules/public-notices/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { barredBy, candidacyRules } from '../../candidacy/rules.ts'
import { candidatesNeeded } from '../../counting/rules.ts'
import { candidatesOf, lockedElection, type Election } from '../../election.ts'
import { inStrokeOrder } from '../../strokes/stroke-order.ts'
import { insertCandidate, insertStep, withdrawCandidateRow } from '../store.ts'

/**
 * Nominates somebody of the frozen roll with what they declared. What bars them is kept with rule and source (B11, B12, B19): such a candidacy
 * stands on no paper, here only and not elsewhere.
 */
export async function nominateCandidate(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['nominateCandidate']>,
): Promise<void> {
  const election = await lockedElection(tx, actor, {
    id: input.ballotId,
    permission: 'ballots.run',
    states: ['roll_frozen'],
  })
  if (election.kind === 'recall') refuse('ballots.recall_names_one')
  const person = await onRoll(tx, election, input.entryNo)
  if (person === undefined) invalid([{ path: 'entryNo', code: 'ballots.not_on_roll' }])
  const rules = election.rules.candidacy ?? (await candidacyRules(tx, actor.today))
  const blockedBy = barredBy(election.kind, input.declared, rules)
  const isNew = await insertCandidate(tx, actor, {
    electionId: election.id,
    ...person,
    declared: input.declared,
    blockedBy,
  })
  if (!isNew) conflict('ballots.nominated_already')
  await audited(tx, actor, {
    election,
    action: 'ballots.nominated',
    params: { blocked: blockedBy.length > 0 },
  })
}

/** Takes a candidacy back, before the notice. */
export async function withdrawCandidate(
  tx: Tx,
  actor: Actor,
  input: { ballotId: string; candidateId: string },
): Promise<void> {
  const election = await lockedElection(tx, actor, {
    id: input.ballotId,
    permission: 'ballots.run',
    states: ['roll_frozen'],
  })
  if (election.kind === 'recall') refuse('ballots.recall_names_one')
  const isThere = await withdrawCandidateRow(tx, actor, {
    electionId: election.id,
    candidateId: input.candidateId,
  })
  if (!isThere) notFound()
  await audited(tx, actor, { election, action: 'ballots.candidacy_withdrawn', params: {} })
}

/** Publishes the candidates in the order of strokes (B10), more of them than seats by the rule's share (B5), for the days the rule asks. */
export async function publishCandidates(tx: Tx, actor: Actor, input: { ballotId: string }): Promise<void> {
  const election = await lockedElection(tx, actor, {
    id: input.ballotId,
    permission: 'ballots.run',
    states: ['roll_frozen'],
  })
  const standing = (await candidatesOf(tx, election.id)).filter(({ blockedBy }) => blockedBy.length === 0)
  const needed = candidatesNeeded(election.seats, election.rules.surplus.value)
  if (standing.length < needed) refuse('ballots.too_few_candidates', { needed, standing: standing.length })
  await insertStep(tx, actor, { electionId: election.id, step: 'published' })
  await publishNotice(tx, actor, {
    organisationId: election.organisationId,
    kind: 'candidates',
    subjectId: election.id,
    lines: inStrokeOrder(standing, ({ name }) => name).map(({ name }) => name),
    rule: election.rules.notice,
  })
  await audited(tx, actor, {
    election,
    action: 'ballots.candidates_published',
    params: { candidates: standing.length },
  })
}

/** Records an objection against the notice of the candidates; the vote waits until it is answered. */
export async function raiseBallotObjection(
  tx: Tx,
  actor: Actor,
  input: { ballotId: string; reason: string },
): Promise<void> {
  const election = await underNotice(tx, actor, input.ballotId)
  const notice = found(await noticeOf(tx, { kind: 'candidates', subjectId: election.id }))
  await raiseObjection(tx, actor, { noticeId: notice.id, reason: input.reason.trim() })
  await audited(tx, actor, { election, action: 'ballots.objected', params: {} })
}

/** Answers an objection. */
export async function settleBallotObjection(
  tx: Tx,
  actor: Actor,
  input: { ballotId: string; objectionId: string; answer: string },
): Promise<void> {
  const election = await underNotice(tx, actor, input.ballotId)
  const notice = found(await noticeOf(tx, { kind: 'candidates', subjectId: election.id }))
  await settleObjection(tx, actor, {
    noticeId: notice.id,
    objectionId: input.objectionId,
    answer: input.answer.trim(),
  })
  await audited(tx, actor, { election, action: 'ballots.objection_answered', params: {} })
}

function underNotice(tx: Tx, actor: Actor, id: string): Promise<Election> {
  return lockedElection(tx, actor, { id, permission: 'ballots.run', states: ['published'] })
}

async function onRoll(
  tx: Tx,
  election: Election,
  entryNo: number,
): Promise<{ personId: string; name: string } | undefined> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select person_id as "personId", name from election_roll_entries
    where tenant_id = ${tx.tenantId} and election_id = ${election.id} and version = ${election.rollVersion} and entry_no = ${entryNo}`.execute(
    tx,
  )
  return rows[0]
}

async function audited(
  tx: Tx,
  actor: Actor,
  {
    election,
    action,
    params,
  }: { election: Election; action: string; params: Record<string, number | boolean> },
): Promise<void> {
  await audit(tx, actor, action, {
    kind: 'ballot',
    id: election.id,
    organisationId: election.organisationId,
    params,
  })
}
