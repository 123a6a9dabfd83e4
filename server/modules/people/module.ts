import type { AppModule } from '#server/platform/module.ts'
import type { OwnDataPart } from '#server/platform/own-data.ts'
import { expulsionKind, lapseKind } from './departures/departure-kinds.ts'
import { departureRoutes } from './departures/routes.ts'
import { duplicateRoutes } from './duplicates/routes.ts'
import { erasureKind } from './erasure/erasure-kind.ts'
import { fullExportKind } from './full-export/full-export.ts'
import { exportRoutes } from './full-export/routes.ts'
import { peopleJobs, schedules } from './jobs.ts'
import { measures } from './measures.ts'
import { correctionKind } from './own-data/correction-kind.ts'
import { ownDataRoutes } from './own-data/routes.ts'
import { relativeRoutes } from './relatives/routes.ts'
import { routes } from './routes.ts'
import { transferRoutes } from './transfer-routes.ts'

/** The register of people; a copy of one's own data holds what every module has. */
export const peopleOf = (ownData: readonly OwnDataPart[]): AppModule => ({
  name: 'people',
  routes: [
    ...routes,
    ...transferRoutes,
    ...relativeRoutes,
    ...duplicateRoutes,
    ...departureRoutes,
    ...ownDataRoutes,
    ...exportRoutes(ownData),
  ],
  measures,
  approvals: [correctionKind, erasureKind, fullExportKind, lapseKind, expulsionKind],
  jobs: peopleJobs,
  schedules,
})
