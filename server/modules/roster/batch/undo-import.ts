import { sql } from 'kysely'
import { overtakeTasks } from '#server/modules/inbox/index.ts'
import { undoStagedPeople, withdrawTransfersOfImport } from '#server/modules/people/index.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { AppError, found } from '#server/platform/errors.ts'
import type { RunningJob } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { lockImport, setImportState } from '../store.ts'
import { insertUndo, tasksOfCommit } from './batch-store.ts'
import { authorOf } from './commit-import.ts'
import { undoOrganisationImport } from './commit-organisations.ts'

/** The job of an undo, in one transaction. Batch, rows and audit stay; what was changed since stays as it is and is listed. */
export async function runUndo(platform: Platform, job: RunningJob): Promise<Record<string, unknown>> {
  const importId = job.payload.importId!
  try {
    return await inTenant(platform, job.tenantId!, (tx) => undoAll(tx, job, importId))
  } catch (error) {
    if (error instanceof AppError)
      await inTenant(platform, job.tenantId!, (tx) => setImportState(tx, importId, { state: 'committed' }))
    throw error
  }
}

async function undoAll(tx: Tx, job: RunningJob, importId: string): Promise<Record<string, unknown>> {
  const imported = found(await lockImport(tx, importId))
  if (imported.state !== 'undoing') return { importId, state: imported.state }
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${tx.tenantId}`}, 0))`.execute(tx)
  const author = authorOf(job)
  await job.progress('undoing', 0, imported.counts?.rows ?? 0)
  await withdrawTransfersOfImport(tx, author, importId)
  const undone =
    imported.kind === 'roster'
      ? await undoStagedPeople(tx, { importId, recordedBy: author.appointment.id })
      : await undoOrganisationImport(tx, { imported, author })
  await overtakeTasks(tx, author, await tasksOfCommit(tx, importId))
  await insertUndo(tx, importId, { ...undone, undoneBy: author.appointment.id })
  await setImportState(tx, importId, { state: 'undone' })
  const figures = { removed: undone.removed, restored: undone.restored, left: undone.rowsLeft.length }
  await audit(tx, author, 'roster.undone', {
    kind: 'import',
    id: importId,
    organisationId: imported.organisationId,
    params: figures,
  })
  return { importId, state: 'undone', ...figures }
}
