import type { Decision } from '#contract/approvals.ts'
import { canReach } from '#server/modules/access/index.ts'
import { endTask, overtakeTasks } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { ApprovalKind } from '#server/platform/approval.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { stateAfter, stepAfter, whyNotSign } from '../rules.ts'
import { insertAct, lockApproval, type ApprovalHead } from '../store.ts'
import { removeSentAlong } from '../sent-along.ts'
import { subjectOf, taskFor } from './submit-approval.ts'

/** What an officer says to a request. */
export interface DecideApproval {
  approvalId: string
  decision: Decision
  reason?: string
}

/**
 * Signs, sends back or refuses. Only whoever holds the permission of the waiting step over its organisation may; nobody decides what they
 * asked for, what is about themselves, or two steps of one request. A no needs a reason. The last signature does what was asked, in this transaction.
 */
export async function decide(
  tx: Tx,
  actor: Actor,
  input: DecideApproval & { kindOf: (kind: string) => ApprovalKind },
): Promise<void> {
  const head = found(await lockApproval(tx, input.approvalId))
  await mustStandAtStep(tx, actor, head)
  if (head.last.waitsFor === null) conflict('approvals.over')
  const whyNot = whyNotSign(actor.personId, head)
  if (whyNot !== null) refuse(whyNot === 'own' ? 'approvals.own' : 'approvals.signed_before')
  const reason = (input.reason ?? '').trim()
  if (input.decision !== 'approve' && reason === '') invalid([{ path: 'reason', code: 'field.required' }])

  const waitsFor = input.decision === 'approve' ? stepAfter(head.last.waitsFor, head.steps.length) : null
  const next = head.steps.find((step) => step.step === waitsFor)
  const taskId =
    next === undefined ? null : await taskFor(tx, actor, { approval: head, step: next, dueOn: head.dueOn })
  const act = actOf[input.decision]
  await insertAct(tx, actor, {
    approval: head,
    number: head.last.number + 1,
    act,
    waitsFor,
    reason,
    taskId,
  })
  if (head.last.taskId !== null) await endTask(tx, actor, { taskId: head.last.taskId, outcome: 'done' })
  if (act === 'approved' && waitsFor === null) await input.kindOf(head.kind).approved(tx, actor, head)
  const params = { kind: head.kind, step: head.last.waitsFor }
  await record(tx, actor, { head, act, params })
}

/** Takes a request back: whoever asked, as long as it is not over. What was sent along goes: nobody decides by it any more. */
export async function withdrawApproval(
  tx: Tx,
  actor: Actor,
  input: { approvalId: string; kinds: readonly string[] },
): Promise<void> {
  const head = found(await lockApproval(tx, input.approvalId))
  if (head.askedBy !== actor.personId || !input.kinds.includes(head.kind)) notFound()
  const state = stateAfter(head.last)
  if (state !== 'waiting' && state !== 'returned') conflict('approvals.over')
  const number = head.last.number + 1
  const act = { act: 'withdrawn', waitsFor: null, reason: '', taskId: null } as const
  await insertAct(tx, actor, { approval: head, number, ...act })
  if (head.last.taskId !== null) await overtakeTasks(tx, actor, [head.last.taskId])
  await removeSentAlong(tx, [head.id])
  await audit(tx, actor, 'approvals.withdrawn', subjectOf(head, { kind: head.kind }))
}

const actOf = { approve: 'approved', return: 'returned', refuse: 'refused' } as const

// Somebody who signs another step may see the request, so "not yours" must not look like "not there" to them.
async function mustStandAtStep(tx: Tx, actor: Actor, head: ApprovalHead): Promise<void> {
  const reaches = await Array.fromAsync(head.steps, (step) =>
    canReach(tx, { actor, permission: step.permission }, step.organisationId),
  )
  if (!reaches.includes(true)) notFound()
  const waiting = head.steps.findIndex((step) => step.step === head.last.waitsFor)
  if (waiting !== -1 && !reaches[waiting]) refuse('approvals.elsewhere')
}

async function record(
  tx: Tx,
  actor: Actor,
  done: {
    head: ApprovalHead
    act: (typeof actOf)[Decision]
    params: { kind: string; step: number }
  },
): Promise<void> {
  const subject = subjectOf(done.head, done.params)
  if (done.act === 'approved') await audit(tx, actor, 'approvals.approved', subject)
  else if (done.act === 'returned') await audit(tx, actor, 'approvals.returned', subject)
  else await audit(tx, actor, 'approvals.refused', subject)
}
