import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { lockFailedJob, resetJob } from '../store.ts'

/** Runs a failed job once more. One that is not there, runs, or belongs to another tenant: not found. */
export async function retryJob(
  tx: Tx,
  actor: Actor,
  input: { jobId: string },
): Promise<Record<string, never>> {
  const job = found(await lockFailedJob(tx, input.jobId))
  await resetJob(tx, job.id)
  await audit(tx, actor, 'system.job_retried', {
    kind: 'job',
    id: job.id,
    organisationId: null,
    params: { kind: job.kind },
  })
  return {}
}
