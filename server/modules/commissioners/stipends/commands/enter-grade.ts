import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/stipends.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import { nearTo, personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { firstDayAfter, lastDayOf } from '../month-lines.ts'
import { rulesOfMonth } from '../month-rules.ts'
import { findGrade } from '../queries/grades.ts'
import { insertGrade, insertGradeDecision } from '../store.ts'

/** Enters the grade somebody within reach is paid by in some months. It pays nobody until a second officer approves it; nobody grades a near relative. */
export async function enterStipendGrade(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['enterStipendGrade']>,
): Promise<{ gradeId: string }> {
  const records = (await personRecords(tx, input.personId)) ?? notFound()
  const organisationId = records.organisationId ?? notFound()
  await mustReach(tx, { actor, permission: 'funds.write' }, organisationId)
  if ((await nearTo(tx, actor.personId)).has(records.personId)) refuse('stipends.own_grade')
  if (input.toMonth < input.fromMonth) invalid([{ path: 'toMonth', code: 'stipends.months_reversed' }])
  const { grades } = await rulesOfMonth(tx, lastDayOf(input.fromMonth))
  if (!grades.some(({ grade }) => grade === input.grade))
    invalid([{ path: 'grade', code: 'stipends.unknown_grade' }])
  const gradeId = await insertGrade(tx, {
    personId: records.personId,
    organisationId,
    grade: input.grade,
    startsOn: `${input.fromMonth}-01`,
    endsBefore: firstDayAfter(input.toMonth),
    reason: input.reason.trim(),
    enteredBy: actor.appointment?.id ?? null,
    enteredByPerson: await realPerson(tx, actor),
  })
  await audit(tx, actor, 'stipends.grade_entered', { kind: 'stipend_grade', id: gradeId, organisationId })
  return { gradeId }
}

/** Approves or refuses a grade that another officer entered, about nobody near. Once. */
export async function decideStipendGrade(
  tx: Tx,
  actor: Actor,
  input: { gradeId: string; outcome: 'approved' | 'refused' },
): Promise<Record<string, never>> {
  const grade = found(await findGrade(tx, input.gradeId))
  if (!(await canReach(tx, { actor, permission: 'funds.check' }, grade.organisationId))) notFound()
  if (grade.isDecided) conflict('stipends.grade_decided')
  const decidedByPerson = await realPerson(tx, actor)
  if (grade.enteredByPerson === decidedByPerson) refuse('stipends.own_entry')
  if ((await nearTo(tx, actor.personId)).has(grade.personId)) refuse('stipends.own_grade')
  const decidedBy = actor.appointment?.id ?? null
  await insertGradeDecision(tx, { ...input, decidedBy, decidedByPerson })
  const subject = { kind: 'stipend_grade', id: input.gradeId, organisationId: grade.organisationId }
  if (input.outcome === 'approved') await audit(tx, actor, 'stipends.grade_approved', subject)
  else await audit(tx, actor, 'stipends.grade_refused', subject)
  return {}
}

async function realPerson(tx: Tx, actor: Actor): Promise<string> {
  return (await personRecords(tx, actor.personId))?.personId ?? actor.personId
}
