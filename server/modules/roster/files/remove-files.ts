import { audit } from '#server/platform/audit.ts'
import { filesMayGo } from '#server/platform/backup/file-hold.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { deleteFile } from '#server/platform/files/index.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { fileStore } from '../staging/dry-run.ts'
import { filesToDelete, removeFilesOfErased } from './removals.ts'

/** The nightly job that deletes uploaded files: of imports whose retention is over, and whatever names somebody erased. */
export const removeFilesKind = 'roster.remove_files'

/**
 * First the rows that say so, then the files. Run again after a crash in between it deletes what was left; while a backup is taken
 * files wait for the next run, for the snapshot may still name them.
 */
export function removeFiles(platform: Platform): JobHandler {
  return async ({ tenantId }) => {
    const removed = await inTenant(platform, tenantId!, noteErased)
    const contents = await inTenant(platform, tenantId!, async (tx) =>
      (await filesMayGo(tx)) ? filesToDelete(tx) : null,
    )
    const store = fileStore(platform, { tenantId: tenantId! })
    for (const sha256 of contents ?? []) await deleteFile(store, sha256)
    return { removed, backupUnderWay: contents === null }
  }
}

async function noteErased(tx: Tx): Promise<number> {
  const removed = await removeFilesOfErased(tx)
  if (removed > 0)
    await audit(tx, null, 'roster.files_removed', {
      kind: 'import',
      id: null,
      organisationId: null,
      params: { files: removed },
    })
  return removed
}
