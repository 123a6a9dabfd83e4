import { sql } from 'kysely'
import type { ChairVacancy } from '#contract/ballots-shapes.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A vacancy somebody was told of, and the two tasks that told it. */
export interface VacancyReminder {
  organisationId: string
  vacantSince: string
  level: ChairVacancy['level']
  taskId: string
  aboveTaskId: string
}

/** Keeps that somebody was told of a vacancy at its level. */
export async function insertReminder(tx: Tx, told: VacancyReminder): Promise<void> {
  await sql`
    insert into chair_vacancy_reminders (tenant_id, organisation_id, vacant_since, level, task_id, above_task_id)
    values (${tx.tenantId}, ${told.organisationId}, ${told.vacantSince}, ${told.level}, ${told.taskId}, ${told.aboveTaskId})`.execute(
    tx,
  )
}

/** Every vacancy that was told of. */
export async function remindersTold(tx: Tx): Promise<VacancyReminder[]> {
  const { rows } = await sql<VacancyReminder>`
    select organisation_id as "organisationId", vacant_since as "vacantSince", level, task_id as "taskId", above_task_id as "aboveTaskId"
    from chair_vacancy_reminders where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows
}
