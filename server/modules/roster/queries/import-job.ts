import type { ImportJob } from '#contract/roster.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** The latest job of an import; null before it has one. */
export async function jobOfImport(
  tx: Tx,
  imported: { id: string; jobId: string | null },
): Promise<ImportJob | null> {
  if (imported.jobId === null) return null
  const row = await tx
    .selectFrom('jobs')
    .select(['id', 'state', 'progress_step', 'progress_done', 'progress_total'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', imported.jobId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { progress_step: step, progress_done: done, progress_total: total } = row
  return { id: row.id, importId: imported.id, state: row.state, progress: { step, done, total } }
}
