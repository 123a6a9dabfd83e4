import type { ImportJob, ImportMode } from '#contract/roster.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { storeFile, UPLOAD_LIMIT_BYTES } from '#server/platform/files/index.ts'
import type { Upload } from '#server/platform/http/route.ts'
import { enqueueJob } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { mustWorkAs, permissionFor } from '../policy.ts'
import { fileStore } from '../staging/dry-run.ts'
import { insertImport, setImportState, type ImportHead } from '../store.ts'

/** What an upload says besides its file. `asOf`: "today" for ages and future dates; the day itself where it is left out. */
export interface CreateImport {
  kind: ImportHead['kind']
  organisationId: string
  mode: ImportMode
  asOf?: string
}

/**
 * Takes an upload: keeps the file sealed and queues its dry run. Whoever may not import there is refused before the file is read.
 * The answer's `id` is the job and the import alike.
 */
export async function createImport(
  platform: Platform,
  actor: Actor,
  { upload, ...input }: CreateImport & { upload: Omit<Upload, 'fields'> },
): Promise<ImportJob> {
  mustWorkAs(actor)
  const permission = permissionFor(input.kind)
  await inTenant(platform, actor.tenantId, (tx) => mustReach(tx, { actor, permission }, input.organisationId))
  // The same content may belong to another import already: a file whose import fails here is not deleted.
  const file = await storeFile(fileStore(platform, actor), upload.stream, UPLOAD_LIMIT_BYTES)
  const opened = await upload.inTransaction((tx) =>
    openImport(tx, actor, { ...input, file: { ...file, name: upload.fileName } }),
  )
  platform.jobs.wake()
  return opened
}

async function openImport(
  tx: Tx,
  actor: Actor,
  input: CreateImport & { file: { sha256: string; name: string; bytes: number } },
): Promise<ImportJob> {
  await mustReach(tx, { actor, permission: permissionFor(input.kind) }, input.organisationId)
  // The first job and the import share one id: whoever has the one can ask for the other.
  const id = await enqueueJob(tx, actor, { kind: 'roster.judge', payload: {} })
  await insertImport(tx, {
    id,
    kind: input.kind,
    mode: input.mode,
    organisationId: input.organisationId,
    file: input.file,
    asOf: input.asOf ?? actor.today,
    createdBy: mustWorkAs(actor).id,
    createdByAccount: actor.accountId,
  })
  await setImportState(tx, id, { state: 'judging', jobId: id })
  await audit(tx, actor, 'roster.uploaded', {
    kind: 'import',
    id,
    organisationId: input.organisationId,
    params: { importKind: input.kind, mode: input.mode, bytes: input.file.bytes },
  })
  return { id, importId: id, state: 'waiting', progress: { step: null, done: 0, total: null } }
}
