import { operations as dashboard } from '#contract/dashboard.ts'
import { operations as workbooks } from '#contract/measure-workbook.ts'
import { operations } from '#contract/measures.ts'
import { downloadRoute, route } from '#server/platform/http/route.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import type { AppModule } from '#server/platform/module.ts'
import { measureQueries } from './queries/answer.ts'
import { dashboardOf } from './queries/dashboard.ts'
import { figureSchedules, foldJobs, recountJobs } from './rollups/jobs.ts'
import { inCatalogueOrder } from './rules.ts'
import { measureWorkbooks } from './workbook/download.ts'

/** The catalogue over every measure the other modules declare. */
export function measuresOf(definitions: readonly MeasureDefinition[]): AppModule {
  const catalogue = inCatalogueOrder(definitions)
  const queries = measureQueries(catalogue)
  const { listMeasures, queryMeasure, openMeasure } = queries
  const { downloadMeasure, downloadMeasureRows } = measureWorkbooks(catalogue, queries)
  return {
    name: 'measures',
    steadyJobs: foldJobs(catalogue),
    jobs: (platform) => ({ ...foldJobs(catalogue)(platform), ...recountJobs(catalogue)(platform) }),
    schedules: figureSchedules,
    routes: [
      route('listMeasures', operations.listMeasures, 'figures.read', listMeasures),
      route('queryMeasure', operations.queryMeasure, 'figures.read', queryMeasure),
      route('openMeasure', operations.openMeasure, 'figures.open', openMeasure),
      route('getDashboard', dashboard.getDashboard, 'figures.read', dashboardOf(catalogue)),
      downloadRoute('downloadMeasure', workbooks.downloadMeasure, 'figures.read', downloadMeasure),
      downloadRoute(
        'downloadMeasureRows',
        workbooks.downloadMeasureRows,
        'figures.open',
        downloadMeasureRows,
      ),
    ],
  }
}
