import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { deleteJob, lockFailedJob } from '../store.ts'

/** Takes a failed job off the list, when somebody has looked at it; what it should have done stays undone. */
export async function forgetJob(
  tx: Tx,
  actor: Actor,
  input: { jobId: string },
): Promise<Record<string, never>> {
  const job = found(await lockFailedJob(tx, input.jobId))
  await deleteJob(tx, job.id)
  await audit(tx, actor, 'system.job_forgotten', {
    kind: 'job',
    id: job.id,
    organisationId: null,
    params: { kind: job.kind },
  })
  return {}
}
