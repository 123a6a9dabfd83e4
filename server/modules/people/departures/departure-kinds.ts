import type { ApprovalLine } from '#contract/approvals.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Approval, ApprovalKind } from '#server/platform/approval.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { lockPersons } from '../memberships.ts'
import { personRecords } from '../person-scope.ts'
import { leaveUnion } from './leave-union.ts'
import { findProposal, remindersOf } from './store.ts'

/** Half a year without dues and union life counts as withdrawal (C4). */
export const lapseKind: ApprovalKind = {
  kind: 'lapse',
  lines: lapseLines,
  approved: (tx, actor, approval) => leave(tx, actor, { approval, reason: 'withdrawn' }),
}

/** Expulsion by group, committee and the union above (C5). */
export const expulsionKind: ApprovalKind = {
  kind: 'expulsion',
  lines: expulsionLines,
  approved: (tx, actor, approval) => leave(tx, actor, { approval, reason: 'expelled' }),
}

async function lapseLines(tx: Tx, approval: Approval): Promise<ApprovalLine[]> {
  const proposal = found(await findProposal(tx, approval.id))
  const records = found(await personRecords(tx, proposal.personId))
  const reminders = await remindersOf(tx, records.recordIds)
  return [
    line('unpaidSince', proposal.unpaidSince),
    ...reminders.map((one) => line('reminded', one.remindedOn)).reverse(),
  ]
}

async function expulsionLines(tx: Tx, approval: Approval): Promise<ApprovalLine[]> {
  const proposal = found(await findProposal(tx, approval.id))
  return [
    line('judgmentNo', proposal.judgmentNo),
    line('groupDecidedOn', proposal.groupDecidedOn),
    line('groupDocumentNo', proposal.groupDocumentNo),
    line('committeeDecidedOn', proposal.committeeDecidedOn),
    line('committeeDocumentNo', proposal.committeeDocumentNo),
  ]
}

function line(field: string, after: string | null): ApprovalLine {
  return { field, before: null, after }
}

/** The last signature ends the membership from its day on. Who is no member any more cannot leave, and then nothing was signed. */
async function leave(
  tx: Tx,
  actor: Actor,
  { approval, reason }: { approval: Approval; reason: 'withdrawn' | 'expelled' },
): Promise<void> {
  const proposal = found(await findProposal(tx, approval.id))
  const records = found(await personRecords(tx, proposal.personId))
  await lockPersons(tx, records.recordIds)
  const left = await leaveUnion(tx, actor, { recordIds: records.recordIds, on: actor.today, reason })
  if (!left) refuse('people.no_membership')
  await audit(tx, actor, 'people.departed', {
    kind: 'person',
    id: records.personId,
    organisationId: proposal.unionId,
    params: { reason },
  })
}
