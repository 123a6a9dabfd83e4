import type { AssessmentFile } from '#contract/assessments.ts'
import { openAttachment } from '#server/modules/attachments/index.ts'
import { may } from '#server/modules/access/index.ts'
import type { Permission } from '#contract/permissions.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { conflictWith } from '../../impartiality.ts'
import { findPeriod, type PeriodRow } from '../../schemes/find-period.ts'
import { voicesGiven } from '../../voices/heard.ts'
import { computeResult } from '../compute-result.ts'
import { leavesOf, postsOf } from '../facts.ts'
import { handsOf, lastReviewer, mayScore } from '../policy.ts'
import { reachCase, reachedOf, type CaseRow } from '../scope.ts'
import { evidenceOf, namesOf, newestResult, selfReportOf, shownOutcome, stepsOf } from './outcome.ts'

/** One assessment with everything it rests on. While it is open, what it would come to now; after a review, what was kept. */
export async function getAssessment(
  tx: Tx,
  actor: Actor,
  input: { assessmentId: string },
): Promise<AssessmentFile> {
  const assessment = await reachCase(tx, { actor, permission: 'assessments.score' }, input.assessmentId)
  const period = await findPeriod(tx, assessment.periodId)
  const posts = await postsOf(tx, assessment.id)
  const places = posts.map((post) => post.organisationId)
  const reached = await reachedOf(tx, { actor, permission: 'assessments.score' }, places)
  const conflict = await conflictWith(tx, actor, assessment.personId)
  const open = period.closedAt === null && conflict === null && actor.appointment !== null
  const kept = assessment.state === 'open' ? undefined : await newestResult(tx, assessment.id)
  const result = kept ?? { no: 0, ...(await draftOf(tx, period, assessment)) }
  const sources = new Map(period.content.indicators.map(({ code, source }) => [code, source]))
  const scorable = (code: string, organisationId: string) =>
    open && assessment.state === 'open' && mayScore(actor, sources.get(code)!, { organisationId, reached })
  const outcome = await shownOutcome(tx, { period, result }, scorable)
  const names = await namesOf(tx, places)
  return {
    id: assessment.id,
    periodId: period.id,
    periodName: period.name,
    startsOn: period.startsOn,
    endsBefore: period.endsBefore,
    personId: assessment.personId,
    personName: await nameOf(tx, assessment.personId),
    state: assessment.state as AssessmentFile['state'],
    posts: posts.map((post) => ({ ...post, organisationName: names.get(post.organisationId) ?? '' })),
    leaves: await leavesOf(tx, assessment.id),
    selfReport: await selfReportOf(tx, assessment.id),
    voicesByPhone: await voicesGiven(tx, assessment.id),
    outcome,
    terms: period.terms,
    steps: await stepsOf(tx, assessment.id),
    conflict,
    can: {
      score: outcome.lines.some(({ parts }) => parts.some((part) => part.mayScore)),
      ...(await powersOver(tx, actor, { assessment, places, open })),
    },
  }
}

/** A file of the newest self-report. */
export async function downloadAssessmentEvidence(
  tx: Tx,
  actor: Actor,
  input: { assessmentId: string; attachmentId: string },
  platform: Platform,
): Promise<Download> {
  const assessment = await reachCase(tx, { actor, permission: 'assessments.score' }, input.assessmentId)
  const report = found(await selfReportOf(tx, assessment.id))
  return openAttachment(tx, platform, { attachmentId: input.attachmentId, subject: evidenceOf(report.id) })
}

// Once reviewed, nobody speaks any more and what was said is known.
async function draftOf(tx: Tx, period: PeriodRow, { id, personId }: CaseRow) {
  const reviewed = (await newestResult(tx, id)) !== undefined
  return computeResult(tx, period, { id, personId, voices: reviewed ? 'counted' : 'sealed' })
}

async function powersOver(
  tx: Tx,
  actor: Actor,
  { assessment, places, open }: { assessment: CaseRow; places: readonly string[]; open: boolean },
): Promise<Pick<AssessmentFile['can'], 'review' | 'approve' | 'decideAppeal'>> {
  const reaches = async (permission: Permission) =>
    open && may(actor, permission) && (await reachedOf(tx, { actor, permission }, places)).size > 0
  const approves = await reaches('assessments.approve')
  return {
    review: assessment.state === 'open' && (await reaches('assessments.review')),
    approve:
      approves &&
      assessment.state === 'reviewed' &&
      (await lastReviewer(tx, assessment.id)) !== actor.personId,
    decideAppeal:
      approves && assessment.state === 'appealed' && !(await handsOf(tx, assessment.id)).has(actor.personId),
  }
}

async function nameOf(tx: Tx, personId: string): Promise<string> {
  const row = await tx
    .selectFrom('persons')
    .select('name')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.name
}
