import type { ImportCounts } from '#contract/roster.ts'
import { deriveKey } from '#server/platform/crypto.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { RunningJob } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { rosterRegister } from '../queries/register.ts'
import type { ImportSummary } from '../rules/import-summary.ts'
import {
  clearRows,
  countBuckets,
  findImport,
  finishDryRun,
  insertLeavers,
  refuseImport,
  rememberedColumns,
  type ImportHead,
} from '../store.ts'
import { compareOrganisations } from '../batch/commit-organisations.ts'
import { compareRows } from './compare.ts'
import { stageFile } from './stage-file.ts'

/**
 * The job of a dry run: judges the file, compares its rows with what is there, counts. All of it is one transaction, so a crash leaves
 * the import as it was and the next run starts anew. An import that is past its dry run is left alone.
 */
export async function runDryRun(platform: Platform, job: RunningJob): Promise<Record<string, unknown>> {
  const importId = job.payload.importId ?? job.id
  return inTenant(platform, job.tenantId!, (tx) => judgeAll(tx, platform, { job, importId }))
}

async function judgeAll(
  tx: Tx,
  platform: Platform,
  { job, importId }: { job: RunningJob; importId: string },
): Promise<Record<string, unknown>> {
  const imported = found(await findImport(tx, importId))
  if (imported.state !== 'judging') return { importId, state: imported.state }
  await clearRows(tx, importId)
  const staged = await stageFile(tx, {
    importId,
    task: {
      kind: imported.kind,
      tenantId: tx.tenantId,
      keys: tx.keys,
      file: { ...fileStore(platform, tx), sha256: imported.fileSha256 },
      register: imported.kind === 'roster' ? await rosterRegister(tx, imported.organisationId) : [],
      asOf: imported.asOf,
      mapping: await rememberedColumns(tx, imported),
    },
    onProgress: (rows) => job.progress('judging', rows),
  })
  if (staged.outcome === 'refused') {
    await clearRows(tx, importId)
    await refuseImport(tx, importId, staged)
    return { importId, state: 'refused', code: staged.code }
  }
  await job.progress('comparing', staged.summary.dataRows, staged.summary.dataRows)
  const counts = await compareAndCount(tx, imported, staged.summary)
  await finishDryRun(tx, importId, { summary: staged.summary, counts })
  return { importId, state: 'ready', counts }
}

async function compareAndCount(tx: Tx, imported: ImportHead, summary: ImportSummary): Promise<ImportCounts> {
  if (imported.kind === 'roster') await compareRows(tx, imported.id, null)
  else await compareOrganisations(tx, imported)
  const leavers =
    imported.kind === 'roster' && imported.mode === 'full' ? await insertLeavers(tx, imported) : 0
  return countsOf(await countBuckets(tx, imported.id), { summary, leavers })
}

/** The counts of an import from its buckets. */
export function countsOf(
  buckets: Record<string, number>,
  other: { summary: ImportSummary; leavers: number },
): ImportCounts {
  const of = (bucket: string) => buckets[bucket] ?? 0
  const skipped = other.summary.sheets.flatMap((sheet) => sheet.skipped)
  return {
    rows: other.summary.dataRows,
    new: of('new'),
    changed: of('changed'),
    same: of('same'),
    transfer: of('transfer'),
    review: of('review'),
    rejected: of('rejected'),
    left_out: of('left_out'),
    skipped: skipped.reduce((total, { from, to }) => total + to - from + 1, 0),
    leavers: other.leavers,
  }
}

/** Where uploads of the tenant are kept, and the key that seals them. */
export function fileStore(platform: Pick<Platform, 'dataFolder' | 'keys'>, tx: Pick<Tx, 'tenantId'>) {
  return { dataFolder: platform.dataFolder, key: deriveKey(platform.keys, `files ${tx.tenantId}`) }
}
