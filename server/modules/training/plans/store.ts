import { sql } from 'kysely'
import type { TrainingFunder, TrainingKind } from '#contract/training.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Adds the plan of a year; null where the organisation has one. */
export async function insertPlan(
  tx: Tx,
  plan: {
    organisationId: string
    year: number
    budgetFen: number
    funder: TrainingFunder
    documentNo: string | null
    createdBy: string
  },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into training_plans (tenant_id, id, organisation_id, year, budget_fen, funder, document_no, created_by)
    values (${tx.tenantId}, ${newId()}, ${plan.organisationId}, ${plan.year}, ${plan.budgetFen}, ${plan.funder}, ${plan.documentNo}, ${plan.createdBy})
    on conflict (tenant_id, organisation_id, year) do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** The plan, locked, with what its courses cost together; undefined when there is none. */
export async function lockPlan(tx: Tx, planId: string) {
  await sql`select from training_plans where tenant_id = ${tx.tenantId} and id = ${planId} for update`.execute(
    tx,
  )
  const { rows } = await sql<{ organisationId: string; year: number; budgetFen: number; plannedFen: number }>`
    select p.organisation_id as "organisationId", p.year, p.budget_fen::float8 as "budgetFen",
      (select coalesce(sum(c.budget_fen), 0)::float8 from training_courses c where c.tenant_id = p.tenant_id and c.plan_id = p.id) as "plannedFen"
    from training_plans p where p.tenant_id = ${tx.tenantId} and p.id = ${planId}`.execute(tx)
  return rows[0]
}

/** Adds a course to a plan; null where it has one of that title. */
export async function insertCourse(
  tx: Tx,
  course: {
    planId: string
    kind: TrainingKind
    title: string
    classHours: number
    budgetFen: number
    plannedMonth: number
    createdBy: string
  },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into training_courses (tenant_id, id, plan_id, kind, title, class_hours, budget_fen, planned_month, created_by)
    values (${tx.tenantId}, ${newId()}, ${course.planId}, ${course.kind}, ${course.title}, ${course.classHours}, ${course.budgetFen},
      ${course.plannedMonth}, ${course.createdBy})
    on conflict (tenant_id, plan_id, title) do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}
