import type { Grade } from '#contract/assessments-schemes.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { computeResult } from '../compute-result.ts'
import { readPostsAnew } from '../open-cases.ts'
import { handsOf, lastReviewer, lockCase } from '../policy.ts'
import type { CaseRow } from '../scope.ts'
import { insertResult, takeStep } from '../store.ts'
import { askForApproval, endApproved, endDecided } from '../tasks.ts'
import { tellAssessed } from '../tell-assessed.ts'

type Input = { assessmentId: string }

const acts = {
  reviewed: { action: 'assessments.reviewed' },
  approved: { action: 'assessments.approved' },
  returned: { action: 'assessments.returned' },
  appeal_accepted: { action: 'assessments.appeal_accepted' },
  appeal_rejected: { action: 'assessments.appeal_rejected' },
} as const

/** Counts and computes the grade of an open assessment, and keeps everything it rests on. From here on nothing of it is scored. */
export async function reviewAssessment(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ no: number; score: number | null; grade: Grade }> {
  const reach = { actor, permission: 'assessments.review' as const }
  const { assessment, period } = await lockCase(tx, reach, { ...input, state: 'open' })
  await readPostsAnew(tx, period, assessment)
  const result = await computeResult(tx, period, { ...assessment, voices: 'counted' })
  const no = await insertResult(tx, {
    assessmentId: assessment.id,
    ...result,
    reviewedBy: actor.appointment!.id,
    reviewerId: actor.personId,
  })
  await step(tx, actor, { assessment, step: 'reviewed', reason: null })
  await askForApproval(tx, actor, period)
  return { no, score: result.score, grade: result.grade }
}

/** Approves what another has reviewed: the assessed person sees it from here on. */
export async function approveAssessment(tx: Tx, actor: Actor, input: Input): Promise<Record<string, never>> {
  const { assessment } = await lockCase(tx, approving(actor), { ...input, state: 'reviewed' })
  if ((await lastReviewer(tx, assessment.id)) === actor.personId) refuse('assessments.reviewed_by_oneself')
  await step(tx, actor, { assessment, step: 'approved', reason: null })
  await endApproved(tx, actor, assessment.periodId)
  await tellAssessed(tx, assessment.personId, 'approved')
  return {}
}

/** Sends a reviewed assessment back, so that it is scored and reviewed again. */
export async function returnAssessment(
  tx: Tx,
  actor: Actor,
  input: Input & { reason: string },
): Promise<Record<string, never>> {
  const { assessment } = await lockCase(tx, approving(actor), { ...input, state: 'reviewed' })
  await step(tx, actor, { assessment, step: 'returned', reason: input.reason.trim() })
  await endApproved(tx, actor, assessment.periodId)
  return {}
}

/** Decides on an appeal: somebody who neither scored nor reviewed nor approved what it is against. */
export async function decideAssessmentAppeal(
  tx: Tx,
  actor: Actor,
  input: Input & { decision: 'accepted' | 'rejected'; reason: string },
): Promise<Record<string, never>> {
  const { assessment } = await lockCase(tx, approving(actor), { ...input, state: 'appealed' })
  if ((await handsOf(tx, assessment.id)).has(actor.personId)) refuse('assessments.had_a_hand')
  await step(tx, actor, { assessment, step: `appeal_${input.decision}`, reason: input.reason.trim() })
  await endDecided(tx, actor, assessment.id)
  await tellAssessed(tx, assessment.personId, 'decided')
  return {}
}

function approving(actor: Actor) {
  return { actor, permission: 'assessments.approve' as const }
}

async function step(
  tx: Tx,
  actor: Actor,
  taken: { assessment: CaseRow; step: keyof typeof acts; reason: string | null },
): Promise<void> {
  const { assessment } = taken
  await takeStep(tx, {
    assessmentId: assessment.id,
    personId: assessment.personId,
    step: taken.step,
    reason: taken.reason,
    takenBy: actor.appointment!.id,
    takerId: actor.personId,
  })
  await audit(tx, actor, acts[taken.step].action, {
    kind: 'assessment',
    id: assessment.id,
    organisationId: actor.appointment!.organisationId,
  })
}
