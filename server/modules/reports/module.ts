import type { MeasureDefinition } from '#server/platform/measure.ts'
import type { AppModule } from '#server/platform/module.ts'
import { bulletinRoutes } from './bulletins/routes.ts'
import { bulletinKind } from './bulletins/commands/release-bulletin.ts'
import { returnRoutes } from './returns/routes.ts'
import { sealRoutes } from './seals/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { publicBulletins } from './bulletins/queries/public-bulletins.ts'

/** What is made of the figures of all modules: sealed reports, filled workbooks, annual returns and bulletins. */
export function reportsOf(definitions: readonly MeasureDefinition[]): AppModule {
  return {
    name: 'reports',
    routes: [
      ...sealRoutes(definitions),
      ...bulletinRoutes(definitions),
      ...templateRoutes(definitions),
      ...returnRoutes(definitions),
    ],
    approvals: [bulletinKind],
    publicParts: [publicBulletins],
  }
}
