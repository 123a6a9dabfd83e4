import type { InputOf } from '#contract/operation.ts'
import type { DepartureFacts, operations } from '#contract/people-departures.ts'
import { openApprovalsAmong, submitApproval } from '#server/modules/approvals/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { lockPersons } from '../memberships.ts'
import { canReachPerson, mustReachPerson, type PersonRecords } from '../person-scope.ts'
import { lapseWhyNot, type LapseRule } from '../rules/departure.ts'
import { mustBeRealDays } from '../rules/days.ts'
import { unionsToday } from '../transfer-store.ts'
import {
  insertProposal,
  insertReminder,
  openWithdrawalOf,
  proposalsAbout,
  remindersOf,
  type Proposal,
} from './store.ts'

type Reminded = InputOf<(typeof operations)['recordLapseReminder']>
type Lapse = InputOf<(typeof operations)['proposeLapse']>
type Expulsion = InputOf<(typeof operations)['proposeExpulsion']>

/** Reminders and proposals about a member’s leaving, and what a lapse asks for. */
export async function getDepartureFacts(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<DepartureFacts> {
  const records = await mustReachPerson(tx, { actor, permission: 'people.read' }, input.personId)
  return factsOf(tx, actor, records)
}

/** A member was reminded of dues and union life: a dated row, evidence for later. */
export async function recordLapseReminder(tx: Tx, actor: Actor, input: Reminded): Promise<DepartureFacts> {
  mustBeRealDays({ remindedOn: input.remindedOn })
  const { records, unionId } = await lockedMember(tx, actor, input.personId)
  if (input.remindedOn > actor.today) invalid([{ path: 'remindedOn', code: 'people.date_in_future' }])
  await insertReminder(tx, actor, {
    personId: records.personId,
    unionId,
    remindedOn: input.remindedOn,
    way: input.way,
  })
  await audit(tx, actor, 'people.lapse_reminded', {
    kind: 'person',
    id: records.personId,
    organisationId: unionId,
    params: { remindedOn: input.remindedOn, way: input.way },
  })
  return factsOf(tx, actor, records)
}

/** Half a year without dues and union life, after reminders, is proposed as withdrawal (C4); somebody else decides. */
export async function proposeLapse(tx: Tx, actor: Actor, input: Lapse): Promise<{ requestId: string }> {
  mustBeRealDays({ unpaidSince: input.unpaidSince })
  const { records, unionId } = await lockedMember(tx, actor, input.personId)
  const reminders = await remindersOf(tx, records.recordIds)
  const remindedOn = reminders.map((one) => one.remindedOn)
  const code = lapseWhyNot(
    { unpaidSince: input.unpaidSince, today: actor.today, remindedOn },
    await lapseRule(tx, actor.today),
  )
  if (code !== null) refuse(code)
  return propose(tx, actor, {
    ...noDocuments,
    kind: 'lapse',
    personId: records.personId,
    unionId,
    unpaidSince: input.unpaidSince,
  })
}

/** Expulsion for a serious crime with sentence (C5): group and committee have decided, the union above decides last. */
export async function proposeExpulsion(
  tx: Tx,
  actor: Actor,
  input: Expulsion,
): Promise<{ requestId: string }> {
  const { personId: _personId, ...decided } = input
  const { groupDecidedOn, committeeDecidedOn } = decided
  mustBeRealDays({ groupDecidedOn, committeeDecidedOn })
  const { records, unionId } = await lockedMember(tx, actor, input.personId)
  if (committeeDecidedOn > actor.today)
    invalid([{ path: 'committeeDecidedOn', code: 'people.date_in_future' }])
  // The committee decides about what the group has asked for.
  if (groupDecidedOn > committeeDecidedOn) refuse('people.committee_before_group')
  return propose(tx, actor, {
    ...decided,
    kind: 'expulsion',
    personId: records.personId,
    unionId,
    unpaidSince: null,
  })
}

const noDocuments = {
  judgmentNo: null,
  groupDecidedOn: null,
  groupDocumentNo: null,
  committeeDecidedOn: null,
  committeeDocumentNo: null,
}

async function propose(tx: Tx, actor: Actor, proposal: Omit<Proposal, 'id'>): Promise<{ requestId: string }> {
  if ((await openProposal(tx, [proposal.personId])) !== null) conflict('people.departure_proposed')
  const id = newId()
  await insertProposal(tx, actor, { ...proposal, id })
  await submitApproval(tx, actor, {
    id,
    kind: proposal.kind,
    organisationId: proposal.unionId,
    subjectId: proposal.personId,
    personId: proposal.personId,
    params: {},
    reason: '',
  })
  return { requestId: id }
}

/** A member within reach, locked, and the union of today. */
async function lockedMember(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<{ records: PersonRecords; unionId: string }> {
  const records = await mustReachPerson(tx, { actor, permission: 'people.write' }, personId)
  await lockPersons(tx, records.recordIds)
  const unionId = (await unionsToday(tx, [records.personId])).get(records.personId)
  if (unionId === undefined) refuse('people.no_membership')
  return { records, unionId }
}

async function factsOf(tx: Tx, actor: Actor, records: PersonRecords): Promise<DepartureFacts> {
  const rule = await lapseRule(tx, actor.today)
  return {
    reminders: await remindersOf(tx, records.recordIds),
    lapseMonths: rule.months,
    lapseReminders: rule.reminders,
    open: await openProposal(tx, records.recordIds),
    withdrawsOn: (await openWithdrawalOf(tx, records.recordIds))?.effectiveOn ?? null,
    can: { change: await canReachPerson(tx, { actor, permission: 'people.write' }, records) },
  }
}

async function openProposal(tx: Tx, recordIds: readonly string[]): Promise<DepartureFacts['open']> {
  const proposals = await proposalsAbout(tx, recordIds)
  const open = await openApprovalsAmong(
    tx,
    proposals.map(({ requestId }) => requestId),
  )
  return proposals.find(({ requestId }) => open.has(requestId)) ?? null
}

async function lapseRule(tx: Tx, day: string): Promise<LapseRule> {
  return {
    months: (await ruleFor<number>(tx, 'people.lapse_months', day)).value,
    reminders: (await ruleFor<number>(tx, 'people.lapse_reminders', day)).value,
  }
}
