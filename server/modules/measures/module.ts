import { operations } from '#contract/measures.ts'
import { route } from '#server/platform/http/route.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import type { AppModule } from '#server/platform/module.ts'
import { measureQueries } from './queries/answer.ts'
import { inCatalogueOrder } from './rules.ts'

/** The catalogue over every measure the other modules declare. */
export function measuresOf(definitions: readonly MeasureDefinition[]): AppModule {
  const { listMeasures, queryMeasure, openMeasure } = measureQueries(inCatalogueOrder(definitions))
  return {
    name: 'measures',
    routes: [
      route('listMeasures', operations.listMeasures, 'figures.read', listMeasures),
      route('queryMeasure', operations.queryMeasure, 'figures.read', queryMeasure),
      route('openMeasure', operations.openMeasure, 'figures.open', openMeasure),
    ],
  }
}
