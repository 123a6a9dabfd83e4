import { attach } from '#server/modules/attachments/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { lockInState } from '../cases/policy.ts'
import { evidenceOf } from '../cases/queries/outcome.ts'
import { insertSelfReport, takeStep } from '../cases/store.ts'
import { askForDecision } from '../cases/tasks.ts'
import { findOwnCase, type OwnCase } from './own-case.ts'

const acts = {
  reported: { action: 'assessments.reported' },
  appealed: { action: 'assessments.appealed' },
} as const

/** Keeps one’s own report of an assessment that is open, with its evidence. */
export async function submitSelfReport(
  tx: Tx,
  actor: Actor,
  input: { assessmentId: string; body: string; attachmentIds: string[] },
): Promise<Record<string, never>> {
  const own = await findOwnCase(tx, actor, input.assessmentId)
  await lockInState(tx, own, 'open')
  const reportId = await insertSelfReport(tx, { ...own, assessmentId: own.id, body: input.body.trim() })
  await attach(tx, actor, { attachmentIds: input.attachmentIds, subject: evidenceOf(reportId) })
  await say(tx, actor, { own, step: 'reported', reason: null })
  return {}
}

/** Appeals against one’s approved result: once, and within the days of the rule. */
export async function appealAssessment(
  tx: Tx,
  actor: Actor,
  input: { assessmentId: string; reason: string },
): Promise<Record<string, never>> {
  const own = await findOwnCase(tx, actor, input.assessmentId)
  const { period } = await lockInState(tx, own, 'approved')
  const { appealUntil } = await findOwnCase(tx, actor, own.id)
  if (appealUntil === null) refuse('assessments.appealed_already')
  if ((await now(tx)) > appealUntil) refuse('assessments.appeal_too_late')
  await say(tx, actor, { own, step: 'appealed', reason: input.reason.trim() })
  await askForDecision(tx, actor, { assessmentId: own.id, organisationId: period.organisationId })
  return {}
}

async function say(
  tx: Tx,
  actor: Actor,
  { own, step, reason }: { own: OwnCase; step: keyof typeof acts; reason: string | null },
): Promise<void> {
  await takeStep(tx, {
    assessmentId: own.id,
    personId: own.personId,
    step,
    reason,
    takenBy: null,
    takerId: own.personId,
  })
  await audit(tx, actor, acts[step].action, { kind: 'assessment', id: own.id, organisationId: null })
}
