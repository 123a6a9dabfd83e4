import type { QueuedJob } from '#contract/audit.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { enqueueJob } from '#server/platform/jobs.ts'

/** Queues an anchor besides the daily one. */
export async function createAuditAnchor(tx: Tx, actor: Actor): Promise<QueuedJob> {
  const id = await enqueueJob(tx, actor, { kind: 'audit.anchor', payload: { accountId: actor.accountId } })
  await audit(tx, actor, 'audit.anchor_asked', { kind: 'audit', id: null, organisationId: null })
  return { id, state: 'waiting', progress: { step: null, done: 0, total: null } }
}
