import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import { audit } from '#server/platform/audit.ts'
import { changeStagedPeople, insertStagedPeople } from '#server/modules/people/index.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { AppError, conflict, found } from '#server/platform/errors.ts'
import type { RunningJob } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { recompareRows } from '../staging/compare.ts'
import { countsOf } from '../staging/dry-run.ts'
import { countBuckets, lockImport, saveCounts, setImportState, type ImportHead } from '../store.ts'
import { insertCommit } from './batch-store.ts'
import { commitOrganisations } from './commit-organisations.ts'
import { sealUnderOwnKeys } from './own-keys.ts'
import { proposeLeavers, proposeTransfers } from './proposals.ts'
import { mustNotBeStale } from './stale.ts'

/**
 * The job of a commit: one transaction takes over every row that is ready, or none. What somebody changed since the dry run is found
 * under lock: then the rows are compared once more and the officer decides again. Run twice, it does the work once.
 */
export async function runCommit(platform: Platform, job: RunningJob): Promise<Record<string, unknown>> {
  const importId = job.payload.importId!
  try {
    return await inTenant(platform, job.tenantId!, (tx) => commitAll(tx, job, importId))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await inTenant(platform, job.tenantId!, (tx) => openAgain(tx, importId))
    if (error.code === 'people.document_taken') conflict('roster.changed_since')
    throw error
  }
}

async function commitAll(tx: Tx, job: RunningJob, importId: string): Promise<Record<string, unknown>> {
  const imported = found(await lockImport(tx, importId))
  if (imported.state !== 'committing') return { importId, state: imported.state }
  // Two commits of one tenant would meet on the same persons and counts: they wait in line.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${tx.tenantId}`}, 0))`.execute(tx)
  const author = authorOf(job)
  const done =
    imported.kind === 'roster'
      ? await commitRoster(tx, { imported, author, job })
      : await commitOrganisations(tx, { imported, author })
  await insertCommit(tx, importId, { ...done, committedBy: author.appointment.id })
  await setImportState(tx, importId, { state: 'committed' })
  const { taskIds, ...figures } = done
  await audit(tx, author, 'roster.committed', {
    kind: 'import',
    id: importId,
    organisationId: imported.organisationId,
    params: figures,
  })
  return { importId, state: 'committed', ...figures, tasks: taskIds.length }
}

type JobAuthor = NonNullable<Author> & { appointment: NonNullable<NonNullable<Author>['appointment']> }

/** Who asked for it, as the audit log and the inbox need it. */
export function authorOf(job: RunningJob): JobAuthor {
  return {
    accountId: job.payload.accountId!,
    appointment: { id: job.payload.appointmentId! } as JobAuthor['appointment'],
  }
}

async function commitRoster(tx: Tx, work: { imported: ImportHead; author: JobAuthor; job: RunningJob }) {
  const { imported, author, job } = work
  const total = imported.counts!.new + imported.counts!.changed
  const staged = { importId: imported.id, asOf: imported.asOf, recordedBy: author.appointment.id }
  await mustNotBeStale(tx, imported.id)
  await sealUnderOwnKeys(tx, imported.id)
  let step = 0
  const onStep = (name: string) => job.progress(name, Math.round((total * ++step) / steps), total)
  await job.progress('persons', 0, total)
  const personsAdded = await insertStagedPeople(tx, staged, onStep)
  await job.progress('changes', imported.counts!.new, total)
  const personsChanged = await changeStagedPeople(tx, staged)
  const transfersProposed = await proposeTransfers(tx, author, imported)
  const leavers = await proposeLeavers(tx, author, imported)
  return {
    personsAdded,
    personsChanged,
    transfersProposed,
    leaversProposed: imported.counts!.leavers,
    taskIds: leavers,
  }
}

const steps = 4

/** After a refusal: rows are compared with what is there now, and wait for the officer. */
async function openAgain(tx: Tx, importId: string): Promise<void> {
  const imported = found(await lockImport(tx, importId))
  if (imported.state !== 'committing') return
  if (imported.kind === 'roster') {
    await recompareRows(tx, importId, null)
    const { leavers } = imported.counts!
    const buckets = await countBuckets(tx, importId)
    await saveCounts(tx, importId, countsOf(buckets, { summary: imported.summary!, leavers }))
  }
  await setImportState(tx, importId, { state: 'ready' })
}
