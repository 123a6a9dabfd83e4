import type { ErrorParams } from '#contract/errors.ts'
import type { Permission } from '#contract/permissions.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A task for whoever holds `permission` at `organisationId`. `params` are ids and counts for its sentence, nothing personal. */
export interface NewTask {
  kind: string
  organisationId: string
  permission: Permission
  subjectId: string | null
  params: ErrorParams
  dueOn: string | null
}

/** Puts a task into the inbox; returns its id. */
export async function createTask(tx: Tx, author: Author, task: NewTask): Promise<string> {
  const id = newId()
  await tx
    .insertInto('inbox_tasks')
    .values({
      tenant_id: tx.tenantId,
      id,
      kind: task.kind,
      organisation_id: task.organisationId,
      permission: task.permission,
      subject_id: task.subjectId,
      params: JSON.stringify(task.params),
      due_on: task.dueOn,
      created_by: author?.appointment?.id ?? null,
    })
    .execute()
  return id
}

/** Ends a task: done, dismissed, or overtaken by what happened elsewhere. Ending twice is a conflict. */
export async function endTask(
  tx: Tx,
  author: Author,
  end: { taskId: string; outcome: 'done' | 'dismissed' | 'overtaken' },
): Promise<void> {
  await tx
    .insertInto('inbox_task_endings')
    .values({
      tenant_id: tx.tenantId,
      task_id: end.taskId,
      outcome: end.outcome,
      ended_by: author?.appointment?.id ?? null,
    })
    .execute()
}

/** The task, or null. Its end is a row of its own, whose key is the guard against ending twice. */
export async function findTask(
  tx: Tx,
  taskId: string,
): Promise<{ id: string; kind: string; organisation_id: string; permission: string } | null> {
  const row = await tx
    .selectFrom('inbox_tasks')
    .select(['id', 'kind', 'organisation_id', 'permission'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', taskId)
    .executeTakeFirst()
  return row ?? null
}
