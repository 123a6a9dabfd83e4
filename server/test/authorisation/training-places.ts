import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makePerson } from '#server/test/makers.ts'

/** What stands at a place for requests about training to aim at. */
export interface TrainingPlace {
  /** A plan without money, and one of its courses. */
  planId: string
  courseId: string
  certificateId: string
}

/** The same of a place that does not exist. */
export const nowhereToTrain: TrainingPlace = { planId: newId(), courseId: newId(), certificateId: newId() }

/** Makes it for an organisation. */
export async function trainingAt(tx: Tx, organisationId: string): Promise<TrainingPlace> {
  const [planId, courseId, certificateId, by] = [newId(), newId(), newId(), newId()]
  const personId = await makePerson(tx, { name: '卫测试' })
  await sql`insert into training_plans (tenant_id, id, organisation_id, year, budget_fen, funder, created_by)
    values (${tx.tenantId}, ${planId}, ${organisationId}, 2021, 0, 'federation', ${by})`.execute(tx)
  await sql`insert into training_courses (tenant_id, id, plan_id, kind, title, class_hours, budget_fen, planned_month, created_by)
    values (${tx.tenantId}, ${courseId}, ${planId}, 'topic', '专题', 4, 0, 5, ${by})`.execute(tx)
  await sql`insert into training_certificates (tenant_id, id, course_id, person_id, number, class_hours, completed_on)
    values (${tx.tenantId}, ${certificateId}, ${courseId}, ${personId}, '2021-00001', 4, '2021-05-08')`.execute(
    tx,
  )
  return { planId, courseId, certificateId }
}
