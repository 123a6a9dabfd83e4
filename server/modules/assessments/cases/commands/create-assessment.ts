import { mustReach } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound } from '#server/platform/errors.ts'
import { mustBeImpartial } from '../../impartiality.ts'
import { findPeriod, lockPeriod } from '../../schemes/find-period.ts'
import { subjectOf } from '../../subjects.ts'
import { openCases } from '../open-cases.ts'
import { findCaseOf } from '../queries/assessments.ts'

/** Opens the assessment of one person who held a post of the period’s kind within scope. */
export async function createAssessment(
  tx: Tx,
  actor: Actor,
  input: { periodId: string; personId: string },
): Promise<{ assessmentId: string }> {
  const reach = { actor, permission: 'assessments.manage' as const }
  await mustReach(tx, reach, (await findPeriod(tx, input.periodId)).organisationId)
  const period = await lockPeriod(tx, input.periodId)
  if (period.closedAt !== null) conflict('assessments.period_closed')
  const { personId } = found(await personRecords(tx, input.personId))
  await mustBeImpartial(tx, actor, personId)
  const posts = await subjectOf(period.subjectKind).posts(tx, {
    from: period.startsOn,
    until: period.endsBefore,
    personIds: [personId],
  })
  if (posts.length === 0) notFound()
  for (const { organisationId } of posts.slice(0, 1)) await mustReach(tx, reach, organisationId)
  if ((await openCases(tx, actor, { period, posts })) === 0) conflict('assessments.assessed_already')
  const assessmentId = found(await findCaseOf(tx, { periodId: period.id, personId }))
  await audit(tx, actor, 'assessments.created', {
    kind: 'assessment',
    id: assessmentId,
    organisationId: period.organisationId,
  })
  return { assessmentId }
}
