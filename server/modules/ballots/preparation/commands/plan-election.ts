import type { operations } from '#contract/ballots.ts'
import type { InputOf } from '#contract/operation.ts'
import { findAppointment, mustReach } from '#server/modules/access/index.ts'
import { submitApproval } from '#server/modules/approvals/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Approval, ApprovalKind } from '#server/platform/approval.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, refuse } from '#server/platform/errors.ts'
import { findElection, lockedElection } from '../../election.ts'
import { runningTermEnd } from '../electorate.ts'
import { rulesOfElection } from '../rules-of-election.ts'
import { insertCandidate, insertElection, insertStep, lockElection } from '../store.ts'

type Input = InputOf<(typeof operations)['createBallot']>

/**
 * Plans an election of a union within scope; the rules of today are stored with it. A committee serves for a term the law allows (A5), whoever fills a
 * vacancy for what is left of it (B14). A recall names the chair or vice chair it is about (B15).
 */
export async function planElection(tx: Tx, actor: Actor, input: Input): Promise<string> {
  await mustReach(tx, { actor, permission: 'ballots.run' }, input.organisationId)
  if (input.meetingOn < actor.today) invalid([{ path: 'meetingOn', code: 'ballots.day_past' }])
  const terms = await ruleFor<number[]>(tx, 'union.term_years', actor.today)
  if (!terms.value.includes(input.termYears))
    refuse('ballots.term_years', { allowed: terms.value.join(' / ') })
  if (input.kind === 'chair' && input.seats !== 1) invalid([{ path: 'seats', code: 'ballots.one_chair' }])
  await mustSuitKind(tx, input)
  const rules = await rulesOfElection(tx, input.kind, actor.today)
  const id = await insertElection(tx, actor, { ...input, title: input.title.trim(), rules })
  if (input.recalls !== undefined)
    await nameRecalled(tx, actor, { electionId: id, appointmentId: input.recalls })
  await audit(tx, actor, 'ballots.planned', {
    kind: 'ballot',
    id,
    organisationId: input.organisationId,
    params: { seats: input.seats },
  })
  return id
}

const recallable: readonly string[] = ['union_chair', 'union_vice_chair']

async function mustSuitKind(tx: Tx, input: Input): Promise<void> {
  if ((input.kind === 'recall') !== (input.recalls !== undefined))
    invalid([{ path: 'recalls', code: 'ballots.recall_names_one' }])
  if (input.recalls !== undefined) await mustBeRecallable(tx, input, input.recalls)
  if (input.kind === 'delegates' && (input.electorate === 'delegates' || input.fills === 'vacancy'))
    invalid([{ path: 'electorate', code: 'ballots.delegates_by_members' }])
  if (input.fills === 'vacancy' && (await runningTermEnd(tx, input.organisationId, input.meetingOn)) === null)
    refuse('ballots.no_running_term')
}

async function mustBeRecallable(tx: Tx, input: Input, appointmentId: string): Promise<void> {
  const held = await findAppointment(tx, appointmentId)
  const isHeld =
    held !== null &&
    held.organisationId === input.organisationId &&
    recallable.includes(held.post) &&
    held.substitutesId === null &&
    (held.endsBefore === null || held.endsBefore > input.meetingOn)
  if (!isHeld) invalid([{ path: 'recalls', code: 'ballots.recall_names_one' }])
  if (input.seats !== 1 || input.form === 'two_rounds')
    invalid([{ path: 'seats', code: 'ballots.recall_names_one' }])
}

/** Whoever is to be recalled is the one name on the paper. */
async function nameRecalled(
  tx: Tx,
  actor: Actor,
  { electionId, appointmentId }: { electionId: string; appointmentId: string },
): Promise<void> {
  const { personId } = found((await findAppointment(tx, appointmentId)) ?? undefined)
  const { name } = await tx
    .selectFrom('persons')
    .select('name')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  await insertCandidate(tx, actor, { electionId, personId, name, declared: [], blockedBy: [] })
}

/** Asks the higher union to allow the election. */
export async function submitElection(
  tx: Tx,
  actor: Actor,
  { ballotId }: { ballotId: string },
): Promise<void> {
  const election = await lockedElection(tx, actor, {
    id: ballotId,
    permission: 'ballots.run',
    states: ['planned'],
  })
  await insertStep(tx, actor, { electionId: election.id, step: 'submitted' })
  await submitApproval(tx, actor, {
    kind: 'election',
    organisationId: election.organisationId,
    subjectId: election.id,
    personId: null,
    params: { seats: election.seats },
    reason: '',
  })
}

/** The request for an election: decided by the higher union, never by whoever asked. */
export const electionKind: ApprovalKind = {
  kind: 'election',
  lines: async (tx, approval) => {
    const election = await electionOf(tx, approval)
    return [
      { field: 'electionTitle', before: null, after: election.title },
      { field: 'electionSeats', before: null, after: String(election.seats) },
      { field: 'electionDay', before: null, after: election.meetingOn },
    ]
  },
  approved: async (tx, actor, approval) => {
    const electionId = found(approval.subjectId)
    await lockElection(tx, electionId)
    if ((await findElection(tx, actor, electionId)).state !== 'submitted') conflict('ballots.not_now')
    await insertStep(tx, actor, { electionId, step: 'approved' })
    await audit(tx, actor, 'ballots.allowed', {
      kind: 'ballot',
      id: electionId,
      organisationId: approval.organisationId,
    })
  },
}

async function electionOf(tx: Tx, approval: Approval) {
  return tx
    .selectFrom('elections')
    .select(['title', 'seats', 'meeting_on as meetingOn'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', found(approval.subjectId))
    .executeTakeFirstOrThrow()
}
