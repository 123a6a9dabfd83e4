import { operations } from '#contract/reports-returns.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { makeAnnualReturnOf } from './commands/make-annual-return.ts'
import { recordStatisticalCode } from './commands/record-stat-code.ts'
import { listAnnualReturnLines } from './queries/lines.ts'
import { getAnnualReturn, listAnnualReturns } from './queries/returns.ts'
import { listStatisticalCodes } from './queries/stat-codes.ts'
import { downloadAnnualReturn } from './workbook.ts'

const seal = 'reports.seal'

/** The annual return of basic unions, and the statistical codes it names them by. */
export function returnRoutes(definitions: readonly MeasureDefinition[]): readonly Route[] {
  return [
    route('makeAnnualReturn', operations.makeAnnualReturn, seal, makeAnnualReturnOf(definitions)),
    route('listAnnualReturns', operations.listAnnualReturns, seal, listAnnualReturns),
    route('getAnnualReturn', operations.getAnnualReturn, seal, getAnnualReturn),
    route('listAnnualReturnLines', operations.listAnnualReturnLines, seal, listAnnualReturnLines),
    downloadRoute('downloadAnnualReturn', operations.downloadAnnualReturn, seal, downloadAnnualReturn),
    route('recordStatisticalCode', operations.recordStatisticalCode, seal, recordStatisticalCode),
    route('listStatisticalCodes', operations.listStatisticalCodes, seal, listStatisticalCodes),
  ]
}
