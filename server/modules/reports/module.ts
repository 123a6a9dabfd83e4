import type { MeasureDefinition } from '#server/platform/measure.ts'
import type { AppModule } from '#server/platform/module.ts'
import { sealRoutes } from './seals/routes.ts'

/** What is made of the figures of all modules: sealed reports. */
export function reportsOf(measures: readonly MeasureDefinition[]): AppModule {
  return { name: 'reports', routes: [...sealRoutes(measures)] }
}
