import type { operations } from '#contract/assessments-schemes.ts'
import type { FieldError } from '#contract/errors.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, refuse } from '#server/platform/errors.ts'
import { openCases } from '../../cases/open-cases.ts'
import { askForScores, endAllOf } from '../../cases/tasks.ts'
import { finishCases } from '../../cases/store.ts'
import { unfinished } from '../../cases/queries/unfinished.ts'
import { subjectOf } from '../../subjects.ts'
import { findPeriod, lockPeriod, type PeriodRow } from '../find-period.ts'
import { insertClosing, insertPeriod, lockScheme, newestVersion } from '../store.ts'
import { termsOn } from '../terms.ts'

const permission = 'assessments.manage'

/** Opens a period of whole months with the newest version of a scheme. Its weights and rules are frozen from here on. */
export async function createAssessmentPeriod(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['createAssessmentPeriod']>,
): Promise<{ periodId: string }> {
  const scheme = found(await lockScheme(tx, input.schemeId))
  await mustReach(tx, { actor, permission }, scheme.organisationId)
  const problems = dateProblems(input)
  if (problems.length > 0) invalid(problems)
  const { version } = await newestVersion(tx, scheme.id)
  const periodId = await insertPeriod(tx, {
    organisationId: scheme.organisationId,
    schemeId: scheme.id,
    schemeVersion: version,
    name: input.name.trim(),
    startsOn: input.startsOn,
    endsBefore: input.endsBefore,
    terms: await termsOn(tx, actor.today),
    openedBy: actor.appointment!.id,
  })
  if (periodId === null) conflict('assessments.period_there')
  await audit(tx, actor, 'assessments.period_opened', {
    kind: 'assessment_period',
    id: periodId,
    organisationId: scheme.organisationId,
    params: { version },
  })
  return { periodId }
}

/** Opens an assessment for everybody who held a post in the period and has none yet: may be asked again whenever posts change. */
export async function enrolAssessmentSubjects(
  tx: Tx,
  actor: Actor,
  input: { periodId: string },
): Promise<{ enrolled: number }> {
  const period = await lockOpen(tx, actor, input.periodId)
  const posts = await subjectOf(period.subjectKind).posts(tx, {
    from: period.startsOn,
    until: period.endsBefore,
    organisationId: period.organisationId,
  })
  const enrolled = await openCases(tx, actor, { period, posts })
  await askForScores(tx, actor, period)
  await audit(tx, actor, 'assessments.enrolled', subjectOfAudit(period, { enrolled }))
  return { enrolled }
}

/** Closes a period. Everybody must have a result, no appeal may wait, and the days of appeal must be over. */
export async function closeAssessmentPeriod(
  tx: Tx,
  actor: Actor,
  input: { periodId: string },
): Promise<{ closedAt: string }> {
  const period = await lockOpen(tx, actor, input.periodId)
  if (actor.today < period.endsBefore) refuse('assessments.period_not_over')
  const { waiting, appealsUntil } = await unfinished(tx, period)
  if (waiting > 0) refuse('assessments.period_unfinished', { waiting })
  if (appealsUntil !== null && (await now(tx)) <= appealsUntil)
    refuse('assessments.appeals_open', { until: appealsUntil.toISOString() })
  await finishCases(tx, period.id)
  const closedAt = await insertClosing(tx, { periodId: period.id, closedBy: actor.appointment!.id })
  await endAllOf(tx, actor, period.id)
  await audit(tx, actor, 'assessments.period_closed', subjectOfAudit(period, {}))
  return { closedAt: closedAt.toISOString() }
}

async function lockOpen(tx: Tx, actor: Actor, periodId: string): Promise<PeriodRow> {
  await mustReach(tx, { actor, permission }, (await findPeriod(tx, periodId)).organisationId)
  const period = await lockPeriod(tx, periodId)
  if (period.closedAt !== null) conflict('assessments.period_closed')
  return period
}

function dateProblems({ startsOn, endsBefore }: { startsOn: string; endsBefore: string }): FieldError[] {
  const problems = Object.entries({ startsOn, endsBefore })
    .filter(([, day]) => !day.endsWith('-01'))
    .map(([path]) => ({ path, code: 'assessments.not_first_of_month' }))
  if (endsBefore <= startsOn) problems.push({ path: 'endsBefore', code: 'assessments.end_before_start' })
  return problems
}

function subjectOfAudit(period: PeriodRow, params: Record<string, number>) {
  return { kind: 'assessment_period', id: period.id, organisationId: period.organisationId, params }
}
