import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { enqueueJob } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { backupJobKind } from '../jobs.ts'
import { mustHaveFolder } from '../policy.ts'

/** Orders a backup into the backup folder; the job follows. Refuses where no folder is set. */
export async function startBackup(platform: Platform, actor: Actor): Promise<{ jobId: string }> {
  mustHaveFolder(platform)
  const jobId = await inTenant(platform, actor.tenantId, async (tx) => {
    const id = await enqueueJob(tx, actor, { kind: backupJobKind, payload: {} })
    await audit(tx, actor, 'system.backup_ordered', { kind: 'job', id, organisationId: null })
    return id
  })
  platform.jobs.wake()
  return { jobId }
}
