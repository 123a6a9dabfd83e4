import type { InputOf } from '#contract/operation.ts'
import type { ImportJob, operations } from '#contract/roster.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { enqueueJob } from '#server/platform/jobs.ts'
import { mustHaveFile } from '../files/removals.ts'
import { lockedImportOf, mustBeReady, mustWorkAs } from '../policy.ts'
import { FIELD_LABELS } from '../rules/field-labels.ts'
import { rememberColumns, setImportState } from '../store.ts'

/** Says what columns mean, remembers it for this sender, and judges the file anew. Rows mended so far are judged anew as well. */
export async function remapImport(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['remapRosterImport']>,
): Promise<ImportJob> {
  const imported = await lockedImportOf(tx, actor, input.importId)
  mustBeReady(imported.state)
  await mustHaveFile(tx, imported.id)
  const unknown = input.columns.findIndex(
    ({ field }) => field !== null && !Object.hasOwn(FIELD_LABELS, field),
  )
  if (unknown >= 0) invalid([{ path: `columns.${unknown}.field`, code: 'field.format' }])

  const columns = [...new Map(input.columns.map((column) => [column.key, column])).values()]
  await rememberColumns(tx, { ...imported, chosenBy: mustWorkAs(actor).id }, columns)
  const id = await enqueueJob(tx, actor, { kind: 'roster.judge', payload: { importId: imported.id } })
  await setImportState(tx, imported.id, { state: 'judging', jobId: id })
  await audit(tx, actor, 'roster.remapped', {
    kind: 'import',
    id: imported.id,
    organisationId: imported.organisationId,
    params: { columns: columns.length },
  })
  return { id, importId: imported.id, state: 'waiting', progress: { step: null, done: 0, total: null } }
}
