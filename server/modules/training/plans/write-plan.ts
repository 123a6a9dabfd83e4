import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/training.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { insertCourse, insertPlan, lockPlan } from './store.ts'

const permission = 'training.write'

/** Makes the plan of a year for an organisation within scope. */
export async function createTrainingPlan(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['createTrainingPlan']>,
): Promise<{ planId: string }> {
  await mustReach(tx, { actor, permission }, input.organisationId)
  const planId = await insertPlan(tx, {
    ...input,
    documentNo: input.documentNo?.trim() || null,
    createdBy: actor.appointment!.id,
  })
  if (planId === null) conflict('training.plan_there')
  await audit(tx, actor, 'training.plan_made', about(planId, input.organisationId))
  return { planId }
}

/** Adds a course. Together the courses stay within the plan's budget. */
export async function addTrainingCourse(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['addTrainingCourse']>,
): Promise<{ courseId: string }> {
  const plan = found(await lockPlan(tx, input.planId))
  await mustReach(tx, { actor, permission }, plan.organisationId)
  const leftFen = plan.budgetFen - plan.plannedFen
  if (input.budgetFen > leftFen) refuse('training.over_budget', { leftYuan: leftFen / 100 })
  const courseId = await insertCourse(tx, {
    ...input,
    title: input.title.trim(),
    createdBy: actor.appointment!.id,
  })
  if (courseId === null) conflict('training.course_there')
  await audit(tx, actor, 'training.course_added', about(input.planId, plan.organisationId))
  return { courseId }
}

function about(id: string, organisationId: string) {
  return { kind: 'training_plan', id, organisationId }
}
