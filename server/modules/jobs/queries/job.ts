import type { Job } from '#contract/jobs.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** One job of the actor's own; another's is "not found". */
export async function getJob(tx: Tx, actor: Actor, input: { jobId: string }): Promise<Job> {
  return found((await ownJobs(tx, actor).where('id', '=', input.jobId).execute()).map(asJob)[0])
}

/** The actor's latest twenty jobs, newest first. */
export async function listOwnJobs(tx: Tx, actor: Actor): Promise<{ items: Job[] }> {
  const rows = await ownJobs(tx, actor).orderBy('created_at', 'desc').limit(20).execute()
  return { items: rows.map(asJob) }
}

function ownJobs(tx: Tx, actor: Actor) {
  return tx
    .selectFrom('jobs')
    .select([
      'id',
      'kind',
      'state',
      'progress_step',
      'progress_done',
      'progress_total',
      'result',
      'error_code',
      'created_at',
      'ended_at',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('created_by', '=', actor.accountId)
}

type Row = Awaited<ReturnType<ReturnType<typeof ownJobs>['execute']>>[number]

function asJob(row: Row): Job {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    progress: { step: row.progress_step, done: row.progress_done, total: row.progress_total },
    result: row.result as Job['result'],
    errorCode: row.error_code,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}
