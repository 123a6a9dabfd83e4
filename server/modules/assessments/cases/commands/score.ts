import type { operations } from '#contract/assessments.ts'
import type { FieldError } from '#contract/errors.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, notFound, refuse } from '#server/platform/errors.ts'
import type { PeriodRow } from '../../schemes/find-period.ts'
import { postsOf } from '../facts.ts'
import { readPostsAnew } from '../open-cases.ts'
import { lockCase, mayScore } from '../policy.ts'
import { waitingFor } from '../queries/assessments.ts'
import { reachedOf, type CaseRow } from '../scope.ts'
import { insertLeave, saveScores } from '../store.ts'
import { endScored } from '../tasks.ts'

type Input = InputOf<(typeof operations)['submitScores']>

/** Keeps one’s scores of an open assessment, in place of those one gave before. Only where the scheme asks for the score of such an appointment. */
export async function submitScores(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ missing: number; mine: number }> {
  const reach = { actor, permission: 'assessments.score' as const }
  const { assessment, period } = await lockCase(tx, reach, { ...input, state: 'open' })
  const places = (await postsOf(tx, assessment.id)).map((post) => post.organisationId)
  const reached = await reachedOf(tx, reach, places)
  const problems = scoreProblems(period, input)
  if (problems.length > 0) invalid(problems)
  for (const { indicator, organisationId } of input.scores) {
    if (!reached.has(organisationId)) notFound()
    const { source } = period.content.indicators.find(({ code }) => code === indicator)!
    if (!mayScore(actor, source, { organisationId, reached }))
      refuse('assessments.not_yours_to_score', { source })
  }
  await saveScores(
    tx,
    { assessmentId: assessment.id, scoredBy: actor.appointment!.id, scorerId: actor.personId },
    input.scores.map((score) => ({
      ...score,
      voices: score.voices ?? null,
      note: score.note?.trim() ?? '',
    })),
  )
  await endScored(tx, actor, period.id)
  await audit(tx, actor, 'assessments.scored', about(assessment, actor, { scores: input.scores.length }))
  return waitingFor(tx, actor, assessment.id)
}

/** Records days away of an open assessment within the period, and reads its posts anew. */
export async function recordAssessmentLeave(
  tx: Tx,
  actor: Actor,
  input: { assessmentId: string; startsOn: string; endsBefore: string },
): Promise<Record<string, never>> {
  const reach = { actor, permission: 'assessments.review' as const }
  const { assessment, period } = await lockCase(tx, reach, { ...input, state: 'open' })
  if (input.endsBefore <= input.startsOn)
    invalid([{ path: 'endsBefore', code: 'assessments.end_before_start' }])
  if (input.startsOn >= period.endsBefore || input.endsBefore <= period.startsOn)
    invalid([{ path: 'startsOn', code: 'assessments.outside_the_period' }])
  await insertLeave(tx, { ...input, recordedBy: actor.appointment!.id })
  await readPostsAnew(tx, period, assessment)
  await audit(tx, actor, 'assessments.leave_recorded', about(assessment, actor, {}))
  return {}
}

function scoreProblems({ content }: PeriodRow, { scores }: Input): FieldError[] {
  return scores.flatMap(({ indicator, voices }, at) => {
    const known = content.indicators.find(({ code }) => code === indicator)
    if (known === undefined || known.source === 'counted')
      return [{ path: `scores.${at}.indicator`, code: 'assessments.indicator_unknown' }]
    return (known.source === 'members') !== (voices !== undefined)
      ? [{ path: `scores.${at}.voices`, code: 'assessments.voices_of_members' }]
      : []
  })
}

function about(assessment: CaseRow, actor: Actor, params: Record<string, number>) {
  return {
    kind: 'assessment',
    id: assessment.id,
    organisationId: actor.appointment?.organisationId ?? null,
    params,
  }
}
