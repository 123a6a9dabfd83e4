import type { ImportJob } from '#contract/roster.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { enqueueJob } from '#server/platform/jobs.ts'
import { lockedImportOf, mustBeReady, mustWorkAs } from '../policy.ts'
import { jobOfImport } from '../queries/import-job.ts'
import { setImportState } from '../store.ts'

/** Queues the commit of every row that is ready. A second click meets the first one's job and gets the same answer. */
export async function commitImport(
  tx: Tx,
  actor: Actor,
  { importId }: { importId: string },
): Promise<ImportJob> {
  const imported = await lockedImportOf(tx, actor, importId)
  const running = await jobOfImport(tx, imported)
  if (imported.state === 'committed' || (imported.state === 'committing' && running?.state !== 'failed'))
    return running!
  if (imported.state !== 'committing') mustBeReady(imported.state)

  const appointmentId = mustWorkAs(actor).id
  const id = await enqueueJob(tx, actor, {
    kind: 'roster.commit',
    payload: { importId, accountId: actor.accountId, appointmentId },
  })
  await setImportState(tx, importId, { state: 'committing', jobId: id })
  await audit(tx, actor, 'roster.commit_asked', {
    kind: 'import',
    id: importId,
    organisationId: imported.organisationId,
  })
  return { id, importId, state: 'waiting', progress: { step: null, done: 0, total: null } }
}
