import type { Tx } from '#server/platform/db/transaction.ts'
import type { UndonePeople } from '#server/modules/people/index.ts'

/** What a commit did. */
export interface Committed {
  personsAdded: number
  personsChanged: number
  transfersProposed: number
  leaversProposed: number
  taskIds: string[]
}

/** Notes the commit: who, when, how many. */
export async function insertCommit(
  tx: Tx,
  importId: string,
  done: Committed & { committedBy: string },
): Promise<void> {
  await tx
    .insertInto('import_commits')
    .values({
      tenant_id: tx.tenantId,
      import_id: importId,
      persons_added: done.personsAdded,
      persons_changed: done.personsChanged,
      transfers_proposed: done.transfersProposed,
      leavers_proposed: done.leaversProposed,
      task_ids: done.taskIds,
      committed_by: done.committedBy,
    })
    .execute()
}

/** Tasks that the commit put into inboxes. */
export async function tasksOfCommit(tx: Tx, importId: string): Promise<string[]> {
  const row = await tx
    .selectFrom('import_commits')
    .select('task_ids')
    .where('tenant_id', '=', tx.tenantId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  return row?.task_ids ?? []
}

/** Notes the undo and what it had to leave. */
export async function insertUndo(
  tx: Tx,
  importId: string,
  undone: UndonePeople & { undoneBy: string },
): Promise<void> {
  await tx
    .insertInto('import_undos')
    .values({
      tenant_id: tx.tenantId,
      import_id: importId,
      persons_removed: undone.removed,
      persons_restored: undone.restored,
      rows_left: undone.rowsLeft,
      undone_by: undone.undoneBy,
    })
    .execute()
}
