import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { NewTask } from './store.ts'

/** Puts many tasks into inboxes with one statement; returns their ids in the same order. */
export async function createTasks(tx: Tx, author: Author, tasks: readonly NewTask[]): Promise<string[]> {
  const ids = tasks.map(() => newId())
  if (tasks.length === 0) return ids
  await sql`
    insert into inbox_tasks (tenant_id, id, kind, organisation_id, permission, subject_id, params, due_on, created_by)
    select ${tx.tenantId}::uuid, t.id, t.kind, t.organisation_id, t.permission, t.subject_id, t.params::jsonb, t.due_on,
      ${author?.appointment?.id ?? null}::uuid
    from unnest(${ids}::uuid[], ${tasks.map((task) => task.kind)}::text[], ${tasks.map((task) => task.organisationId)}::uuid[],
      ${tasks.map((task) => task.permission)}::text[], ${tasks.map((task) => task.subjectId)}::uuid[],
      ${tasks.map((task) => JSON.stringify(task.params))}::text[], ${tasks.map((task) => task.dueOn)}::date[])
      as t (id, kind, organisation_id, permission, subject_id, params, due_on)`.execute(tx)
  return ids
}

/** Ends those of the tasks that are still open: what they asked for has been overtaken. */
export async function overtakeTasks(tx: Tx, author: Author, taskIds: readonly string[]): Promise<void> {
  await sql`
    insert into inbox_task_endings (tenant_id, task_id, outcome, ended_by)
    select t.tenant_id, t.id, 'overtaken', ${author?.appointment?.id ?? null}::uuid from inbox_tasks t
    where t.tenant_id = ${tx.tenantId} and t.id = any(${taskIds}::uuid[])
    on conflict do nothing`.execute(tx)
}

/** Ends those tasks about some subjects, of some kinds, that are still open. */
export async function endTasksAbout(
  tx: Tx,
  author: Author,
  end: { subjectIds: readonly string[]; kinds: readonly string[]; outcome: 'done' | 'overtaken' },
): Promise<void> {
  if (end.subjectIds.length === 0) return
  await sql`
    insert into inbox_task_endings (tenant_id, task_id, outcome, ended_by)
    select t.tenant_id, t.id, ${end.outcome}, ${author?.appointment?.id ?? null}::uuid from inbox_tasks t
    where t.tenant_id = ${tx.tenantId} and t.subject_id = any(${end.subjectIds}::uuid[]) and t.kind = any(${end.kinds}::text[])
    on conflict do nothing`.execute(tx)
}

/** The open tasks about some subjects. */
export async function openTasksAbout(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<{ id: string; kind: string; subjectId: string; organisationId: string }[]> {
  const { rows } = await sql<{ id: string; kind: string; subjectId: string; organisationId: string }>`
    select t.id, t.kind, t.subject_id as "subjectId", t.organisation_id as "organisationId" from inbox_tasks t
    where t.tenant_id = ${tx.tenantId} and t.subject_id = any(${subjectIds}::uuid[])
      and not exists (select from inbox_task_endings e where e.tenant_id = t.tenant_id and e.task_id = t.id)`.execute(
    tx,
  )
  return rows
}
