import type { Permission } from '#contract/permissions.ts'
import { may, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { endTask, findTask } from '../store.ts'

/** Marks a task done or dismissed. A task outside one's scope, or for a function one lacks, is "not found"; ending twice is a conflict. */
export async function endInboxTask(
  tx: Tx,
  actor: Actor,
  input: { taskId: string; outcome: 'done' | 'dismissed' },
): Promise<Record<string, never>> {
  const task = found(await findTask(tx, input.taskId))
  const permission = task.permission as Permission
  if (!may(actor, permission)) notFound()
  await mustReach(tx, { actor, permission }, task.organisation_id)
  await endTask(tx, actor, { taskId: task.id, outcome: input.outcome })
  await audit(tx, actor, 'inbox.ended', {
    kind: 'inbox_task',
    id: task.id,
    organisationId: task.organisation_id,
    params: { kind: task.kind, outcome: input.outcome },
  })
  return {}
}
