import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { ImportRow, operations } from '#contract/roster.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, invalid, refuse } from '#server/platform/errors.ts'
import { lockedImportOf, importOf, mustBeReady, mustWorkAs } from '../policy.ts'
import { recompareRows } from '../staging/compare.ts'
import { countsOf } from '../staging/dry-run.ts'
import { rejudgeRow } from '../staging/rejudge-row.ts'
import { isConfirmable, selectRows, type StoredRow } from '../staging/row-view.ts'
import { rowViews } from '../staging/row-views.ts'
import { knownReasons } from '../staging/known-reasons.ts'
import { openCells } from '../staging/sealed-cells.ts'
import { countBuckets, decideRow, rewriteRow, saveCounts, type ImportHead } from '../store.ts'

type Fix = InputOf<(typeof operations)['fixRosterImportRow']>

/** Mends a row: its cells are judged anew, or the officer takes it as it is, leaves it out, or opens it again. */
export async function fixRow(tx: Tx, actor: Actor, input: Fix): Promise<ImportRow> {
  const imported = await lockedImportOf(tx, actor, input.importId)
  mustBeReady(imported.state)
  if (input.cells === undefined && input.decision === undefined)
    invalid([{ path: 'cells', code: 'field.required' }])

  if (input.cells !== undefined) await mend(tx, actor, { imported, rowId: input.rowId, cells: input.cells })
  if (input.decision !== undefined)
    await decide(tx, actor, { imported, rowId: input.rowId, decision: input.decision })
  await recompareRows(tx, imported.id, [input.rowId])
  await recount(tx, imported)
  const row = await rowOf(tx, imported.id, input.rowId)
  await audit(tx, actor, 'roster.row_fixed', {
    kind: 'import',
    id: imported.id,
    organisationId: imported.organisationId,
    params: {
      row: row.sheet_row,
      fields: Object.keys(input.cells ?? {}).join(' '),
      decision: input.decision ?? null,
    },
  })
  return viewOf(tx, imported, row)
}

/** Judges a row as being typed: everything a fix would do, and then nothing of it is kept. */
export async function checkRow(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['checkRosterImportRow']>,
): Promise<ImportRow> {
  const imported = await importOf(tx, actor, input.importId)
  mustBeReady(imported.state)
  await sql`savepoint checking`.execute(tx)
  await mend(tx, actor, { imported, rowId: input.rowId, cells: input.cells })
  await recompareRows(tx, imported.id, [input.rowId])
  const view = await viewOf(tx, imported, await rowOf(tx, imported.id, input.rowId))
  await sql`rollback to savepoint checking`.execute(tx)
  return view
}

async function mend(
  tx: Tx,
  actor: Actor,
  fix: { imported: ImportHead; rowId: number; cells: Record<string, string> },
): Promise<void> {
  const row = await rowOf(tx, fix.imported.id, fix.rowId)
  if (!waits(row)) refuse('roster.row_is_settled')
  const mended = await rejudgeRow(tx, fix.imported, { row, cells: fix.cells })
  await rewriteRow(tx, fix.imported.id, { ...mended, fixedBy: mustWorkAs(actor).id })
}

async function decide(
  tx: Tx,
  actor: Actor,
  {
    imported,
    rowId,
    decision,
  }: { imported: ImportHead; rowId: number; decision: 'confirmed' | 'left_out' | 'open' },
): Promise<void> {
  const row = await rowOf(tx, imported.id, rowId)
  if (decision === 'confirmed') await mustBeConfirmable(tx, imported, row)
  await decideRow(tx, imported.id, {
    rowId,
    decision: decision === 'open' ? null : decision,
    by: mustWorkAs(actor).id,
  })
}

async function mustBeConfirmable(tx: Tx, imported: ImportHead, row: StoredRow): Promise<void> {
  const kept = row.sealed === null ? [] : openCells(tx.keys, tx.tenantId, row.sealed).reasons
  if (imported.kind === 'roster' && !isConfirmable(row, [...kept, ...knownReasons(row.known)]))
    refuse('roster.row_must_be_mended')
  if (imported.kind === 'organisations' && row.outcome === 'rejected') refuse('roster.row_must_be_mended')
  if (row.document_hash === null) return
  const twin = await sql<{ sheet_row: number }>`
    select sheet_row from import_rows where tenant_id = ${tx.tenantId} and import_id = ${imported.id} and row_id <> ${row.row_id}
      and document_hash = ${row.document_hash} and bucket not in ('review', 'rejected', 'left_out') limit 1`.execute(
    tx,
  )
  if (twin.rows[0]) refuse('roster.same_person_twice', { row: twin.rows[0].sheet_row })
}

function waits(row: StoredRow): boolean {
  return row.bucket === 'review' || row.bucket === 'rejected' || row.bucket === 'left_out'
}

async function rowOf(tx: Tx, importId: string, rowId: number): Promise<StoredRow> {
  return found((await selectRows(tx, importId, { where: sql`r.row_id = ${rowId}`, limit: 1 }))[0])
}

async function viewOf(tx: Tx, imported: ImportHead, row: StoredRow): Promise<ImportRow> {
  return (await rowViews(tx, [row], imported))[0]!
}

async function recount(tx: Tx, imported: ImportHead): Promise<void> {
  const buckets = await countBuckets(tx, imported.id)
  const { leavers } = imported.counts!
  await saveCounts(tx, imported.id, countsOf(buckets, { summary: imported.summary!, leavers }))
}
