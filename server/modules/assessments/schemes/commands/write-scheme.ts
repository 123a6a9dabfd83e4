import type { operations, SchemeContent } from '#contract/assessments-schemes.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid } from '#server/platform/errors.ts'
import { findSubject, subjectOf } from '../../subjects.ts'
import { schemeProblems } from '../rules.ts'
import { insertScheme, insertVersion, lockScheme } from '../store.ts'

/** Writes the first version of a scheme for an organisation within scope. What does not fit is named at once. */
export async function createScheme(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['createScheme']>,
): Promise<{ schemeId: string }> {
  await mustReach(tx, { actor, permission: 'assessments.manage' }, input.organisationId)
  const subject = findSubject(input.subjectKind)
  if (subject === undefined) invalid([{ path: 'subjectKind', code: 'assessments.subject_unknown' }])
  const problems = schemeProblems(input.content, subject)
  if (problems.length > 0) invalid(problems)
  const createdBy = actor.appointment!.id
  const schemeId = await insertScheme(tx, { ...input, name: input.name.trim(), createdBy })
  if (schemeId === null) conflict('assessments.scheme_name_taken')
  await insertVersion(tx, { schemeId, content: input.content, writtenBy: createdBy })
  await audit(tx, actor, 'assessments.scheme_written', {
    kind: 'assessment_scheme',
    id: schemeId,
    organisationId: input.organisationId,
    params: { version: 1 },
  })
  return { schemeId }
}

/** Writes another version. Periods that were opened keep the version they froze. */
export async function reviseScheme(
  tx: Tx,
  actor: Actor,
  input: { schemeId: string; content: SchemeContent },
): Promise<{ version: number }> {
  const scheme = found(await lockScheme(tx, input.schemeId))
  await mustReach(tx, { actor, permission: 'assessments.manage' }, scheme.organisationId)
  const problems = schemeProblems(input.content, subjectOf(scheme.subjectKind))
  if (problems.length > 0) invalid(problems)
  const version = await insertVersion(tx, { ...input, writtenBy: actor.appointment!.id })
  await audit(tx, actor, 'assessments.scheme_written', {
    kind: 'assessment_scheme',
    id: scheme.id,
    organisationId: scheme.organisationId,
    params: { version },
  })
  return { version }
}
