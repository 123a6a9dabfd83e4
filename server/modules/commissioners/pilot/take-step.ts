import { sql } from 'kysely'
import type { operations, PilotGrade } from '#contract/commissioners-pilot.ts'
import type { InputOf } from '#contract/operation.ts'
import { nearTo } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { pilotRule, pilotWhere } from './pilot.ts'
import { insertStep } from './store.ts'

/**
 * Somebody within scope steps up to the next grade, by a document. Every requirement of the rule of today must be met; what it rested on is kept
 * with the version of the rule. Nobody raises themself or a declared near relative.
 */
export async function takePilotStep(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['takePilotStep']>,
): Promise<{ grade: PilotGrade }> {
  const rule = await pilotRule(tx, actor.today)
  const [one] = await pilotWhere(
    tx,
    { actor, permission: 'commissioners.write' },
    {
      condition: sql`c.appointment_id = ${input.appointmentId}`,
      rule,
    },
  )
  const { personId, row, facts } = found(one)
  if ((await nearTo(tx, actor.personId)).has(personId)) refuse('commissioners.not_oneself')
  if (row.next === null) refuse('commissioners.highest_grade')
  if (!row.next.ready) refuse('commissioners.step_not_yet')
  const { grade } = row.next
  const isNew = await insertStep(tx, {
    personId,
    grade,
    grantedOn: actor.today,
    documentNo: input.documentNo,
    ruleId: rule.version,
    facts,
    givenBy: actor.appointment!.id,
  })
  if (!isNew) conflict('commissioners.step_taken')
  await audit(tx, actor, 'commissioners.stepped_up', {
    kind: 'appointment',
    id: row.appointmentId,
    organisationId: row.organisation.id,
    params: { grade },
  })
  return { grade }
}
