import { operations } from '#contract/reports-seals.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { sealReportOf } from './commands/seal-report.ts'
import { getSealedReport } from './queries/report.ts'
import { listSealedReports } from './queries/reports.ts'
import { openSealedFigureOf } from './queries/sealed-rows.ts'
import { verifySealOf } from './verification/verify-report.ts'

/** Sealing figures, and proving years later that nothing of them was changed. */
export function sealRoutes(definitions: readonly MeasureDefinition[]): readonly Route[] {
  return [
    route('sealReport', operations.sealReport, 'reports.seal', sealReportOf(definitions)),
    route('listSealedReports', operations.listSealedReports, 'figures.read', listSealedReports),
    route('getSealedReport', operations.getSealedReport, 'figures.read', getSealedReport),
    route('openSealedFigure', operations.openSealedFigure, 'figures.open', openSealedFigureOf(definitions)),
    route('verifySeal', operations.verifySeal, 'figures.read', verifySealOf(definitions)),
  ]
}
