import { sql } from 'kysely'
import type { ErrorParams } from '#contract/errors.ts'
import type { Permission } from '#contract/permissions.ts'
import { createTask } from '#server/modules/inbox/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Approval } from '#server/platform/approval.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { stateAfter } from '../rules.ts'
import { insertAct, insertApproval, lockApproval, type StepRow } from '../store.ts'

/** What is asked for: `personId` is whom it is about, where it is about one person; `params` hold codes and counts only. */
export interface NewApproval {
  id?: string
  kind: string
  organisationId: string
  subjectId: string | null
  personId: string | null
  params: ErrorParams
  reason: string
}

/**
 * Asks for a decision: the rule `approvals.steps.<kind>` of today says who must sign, in which order, and a task waits for the first of
 * them. Returns the request's id.
 */
export async function submitApproval(tx: Tx, actor: Actor, asked: NewApproval): Promise<string> {
  const rule = await ruleFor<StepRule[]>(tx, `approvals.steps.${asked.kind}`, actor.today)
  const days = await ruleFor<number>(tx, 'approvals.answer_days', actor.today)
  const { reason, ...rest } = asked
  const approval: Approval = { ...rest, id: asked.id ?? newId(), askedBy: actor.personId }
  const dueOn = addDays(actor.today, days.value)
  const steps = await stepsOf(tx, rule.value, asked.organisationId)
  const askedByAppointment = actor.appointment?.id ?? null
  await insertApproval(tx, { ...approval, askedByAppointment, dueOn, ruleVersion: rule.version }, steps)
  const taskId = await taskFor(tx, actor, { approval, step: steps[0]!, dueOn })
  await insertAct(tx, actor, { approval, number: 1, act: 'submitted', waitsFor: 1, reason, taskId })
  await audit(tx, actor, 'approvals.submitted', subjectOf(approval, { kind: approval.kind }))
  return approval.id
}

/** Submits a request again that was sent back; only whoever asked may, and only then. */
export async function resubmitApproval(
  tx: Tx,
  actor: Actor,
  again: { approvalId: string; reason: string },
): Promise<void> {
  const head = found(await lockApproval(tx, again.approvalId))
  if (head.askedBy !== actor.personId) found(null)
  if (stateAfter(head.last) !== 'returned') conflict('approvals.not_returned')
  const taskId = await taskFor(tx, actor, { approval: head, step: head.steps[0]!, dueOn: head.dueOn })
  const number = head.last.number + 1
  await insertAct(tx, actor, {
    approval: head,
    number,
    act: 'submitted',
    waitsFor: 1,
    reason: again.reason,
    taskId,
  })
  await audit(tx, actor, 'approvals.submitted', subjectOf(head, { kind: head.kind }))
}

/** Puts the task of one step into the inbox of whoever may sign it. */
export async function taskFor(
  tx: Tx,
  actor: Actor,
  waiting: { approval: Approval; step: StepRow; dueOn: string | null },
): Promise<string> {
  const { approval, step, dueOn } = waiting
  return createTask(tx, actor, {
    kind: `approvals.${approval.kind}`,
    organisationId: step.organisationId,
    permission: step.permission,
    subjectId: approval.id,
    params: {},
    dueOn,
  })
}

/** What an audit entry says of a request. */
export function subjectOf(approval: Approval, params: ErrorParams) {
  return { kind: 'approval', id: approval.id, organisationId: approval.organisationId, params }
}

/** A step as the rule says it: at the organisation asked about, at the one that leads it, or at the top of its tree. */
interface StepRule {
  permission: Permission
  at: 'organisation' | 'above' | 'top'
}

async function stepsOf(tx: Tx, rules: readonly StepRule[], organisationId: string): Promise<StepRow[]> {
  const line = await lineAbove(tx, organisationId)
  // Nobody leads the top: there it decides about itself.
  const places = { organisation: line[0]!, above: line[1] ?? line[0]!, top: line.at(-1)! }
  return rules.map(({ permission, at }, index) => ({
    step: index + 1,
    permission,
    organisationId: places[at],
  }))
}

/** The organisation and everything that leads it today, upwards. */
async function lineAbove(tx: Tx, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select ancestor_id as id from organisation_tree where tenant_id = ${tx.tenantId} and descendant_id = ${organisationId}
      and starts_on <= app_today() and (ends_before is null or app_today() < ends_before)
    order by depth`.execute(tx)
  return rows.length === 0 ? [organisationId] : rows.map((row) => row.id)
}
