import type { ImportJob } from '#contract/roster.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { enqueueJob } from '#server/platform/jobs.ts'
import { lockedImportOf, mustWorkAs } from '../policy.ts'
import { jobOfImport } from '../queries/import-job.ts'
import { countBuckets, setImportState } from '../store.ts'

/** Queues the undo of a committed import. A second click gets the same answer. */
export async function undoImport(
  tx: Tx,
  actor: Actor,
  { importId }: { importId: string },
): Promise<ImportJob> {
  const imported = await lockedImportOf(tx, actor, importId)
  const running = await jobOfImport(tx, imported)
  if (imported.state === 'undone' || (imported.state === 'undoing' && running?.state !== 'failed'))
    return running!
  if (imported.state !== 'committed' && imported.state !== 'undoing') refuse('roster.nothing_to_undo')

  // Rows are kept for a time only; what is gone cannot be taken back.
  if (Object.keys(await countBuckets(tx, importId)).length === 0) refuse('roster.nothing_to_undo')
  const appointmentId = mustWorkAs(actor).id
  const id = await enqueueJob(tx, actor, {
    kind: 'roster.undo',
    payload: { importId, accountId: actor.accountId, appointmentId },
  })
  await setImportState(tx, importId, { state: 'undoing', jobId: id })
  await audit(tx, actor, 'roster.undo_asked', {
    kind: 'import',
    id: importId,
    organisationId: imported.organisationId,
  })
  return { id, importId, state: 'waiting', progress: { step: null, done: 0, total: null } }
}
