import type { ImportState } from '#contract/roster.ts'
import type { Permission } from '#contract/permissions.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, refuse } from '#server/platform/errors.ts'
import { findImport, lockImport, type ImportHead } from './store.ts'

/** What it takes to work on an import of this kind. */
export function permissionFor(kind: ImportHead['kind']): Permission {
  return kind === 'roster' ? 'roster.import' : 'organisations.import'
}

/** Whoever writes through an import works as an appointment: it stands beside everything that is written. */
export function mustWorkAs(actor: Actor): { id: string } {
  return actor.appointment ?? forbidden()
}

/** The import if it is within the actor's scope; otherwise it is not there. */
export async function importOf(tx: Tx, actor: Actor, importId: string): Promise<ImportHead> {
  return mine(tx, actor, await findImport(tx, importId))
}

/** The same, locked for a change. */
export async function lockedImportOf(tx: Tx, actor: Actor, importId: string): Promise<ImportHead> {
  return mine(tx, actor, await lockImport(tx, importId))
}

async function mine(tx: Tx, actor: Actor, row: ImportHead | null): Promise<ImportHead> {
  const imported = found(row)
  await mustReach(tx, { actor, permission: permissionFor(imported.kind) }, imported.organisationId)
  return imported
}

/** Rows are mended, and an import is committed, between the end of its dry run and its commit. */
export function mustBeReady(state: ImportState): void {
  if (state === 'ready') return
  refuse(state === 'judging' ? 'roster.still_judging' : `roster.is_${state}`)
}
