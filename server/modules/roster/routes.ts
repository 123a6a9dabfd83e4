import { operations, type ImportJob, type ImportMode } from '#contract/roster.ts'
import type { Actor } from '#server/platform/actor.ts'
import { downloadRoute, route, uploadRoute, type Route, type Upload } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { commitImport } from './commands/commit-import.ts'
import { createImport } from './commands/create-import.ts'
import { checkRow, fixRow } from './commands/fix-row.ts'
import { remapImport } from './commands/remap-import.ts'
import { undoImport } from './commands/undo-import.ts'
import { getImport, listImports } from './queries/imports.ts'
import { listLeavers } from './queries/leavers.ts'
import { downloadRejectedRows } from './queries/rejected-rows.ts'
import { getReport } from './queries/report.ts'
import { listRows } from './queries/rows.ts'

const receive =
  (kind: 'roster' | 'organisations') =>
  (platform: Platform, actor: Actor, upload: Upload): Promise<ImportJob> => {
    const { organisationId, mode } = upload.fields as { organisationId: string; mode?: ImportMode }
    return createImport(platform, actor, { kind, organisationId, mode: mode ?? 'delta', upload })
  }

export const routes: Route[] = [
  uploadRoute('createRosterImport', operations.createRosterImport, 'roster.import', receive('roster')),
  uploadRoute(
    'createOrganisationImport',
    operations.createOrganisationImport,
    'organisations.import',
    receive('organisations'),
  ),
  route('listRosterImports', operations.listRosterImports, 'roster.import', listImports),
  route('getRosterImport', operations.getRosterImport, 'roster.import', getImport),
  route('remapRosterImport', operations.remapRosterImport, 'roster.import', remapImport),
  route('listRosterImportRows', operations.listRosterImportRows, 'roster.import', listRows),
  route('listRosterImportLeavers', operations.listRosterImportLeavers, 'roster.import', listLeavers),
  route('checkRosterImportRow', operations.checkRosterImportRow, 'roster.import', checkRow),
  route('fixRosterImportRow', operations.fixRosterImportRow, 'roster.import', fixRow),
  route('commitRosterImport', operations.commitRosterImport, 'roster.import', commitImport),
  route('undoRosterImport', operations.undoRosterImport, 'roster.import', undoImport),
  route('getRosterImportReport', operations.getRosterImportReport, 'roster.import', getReport),
  downloadRoute(
    'downloadRejectedRows',
    operations.downloadRejectedRows,
    'roster.import',
    (tx, actor, input, platform) =>
      downloadRejectedRows(tx, actor, { ...input, dataFolder: platform.dataFolder }),
  ),
]
