import type { operations } from '#contract/assessments-voices.ts'
import type { InputOf } from '#contract/operation.ts'
import { personRecords } from '#server/modules/people/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid } from '#server/platform/errors.ts'
import { lockInState } from '../cases/policy.ts'
import { askedOf } from './asked.ts'
import { insertGiver, insertVoices } from './store.ts'

/**
 * Keeps what a member says of somebody assessed: once, for every indicator that asks members, worth what the rule `assessments.voice_levels` of
 * the day says. That they spoke is kept, and apart from it what was said.
 */
export async function giveVoice(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['giveVoice']>,
): Promise<Record<string, never>> {
  const about = found(
    (await askedOf(tx, actor)).find(
      ({ assessmentId, organisationId }) =>
        assessmentId === input.assessmentId && organisationId === input.organisationId,
    ),
  )
  await lockInState(
    tx,
    { id: about.assessmentId, periodId: about.periodId, personId: about.assessedId, state: 'open' },
    'open',
  )
  const { personId } = found(await personRecords(tx, actor.personId))
  if (!(await insertGiver(tx, { ...about, personId }))) conflict('assessments.voice_given')
  const asked = about.indicators.map(({ code }) => code).sort()
  const answered = input.said.map(({ indicator }) => indicator).sort()
  if (asked.join(' ') !== answered.join(' '))
    invalid([{ path: 'said', code: 'assessments.every_indicator_once' }])
  const levels = await ruleFor<{ code: string; value: number }[]>(tx, 'assessments.voice_levels', actor.today)
  await insertVoices(
    tx,
    { ...about, ruleId: levels.version },
    input.said.map((said) => ({
      ...said,
      value: found(levels.value.find(({ code }) => code === said.level)).value,
    })),
  )
  await audit(tx, actor, 'assessments.voice_given', {
    kind: 'assessment',
    id: about.assessmentId,
    organisationId: about.organisationId,
  })
  return {}
}
