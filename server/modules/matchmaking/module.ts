import type { AppModule } from '#server/platform/module.ts'
import { choiceJobs, choiceSchedules } from './choices/jobs.ts'
import { choiceRoutes } from './choices/routes.ts'
import { deskJobs, deskSchedules } from './desk/jobs.ts'
import { deskRoutes } from './desk/routes.ts'
import { matchmakingOwnData } from './entry/own-data.ts'
import { entryRoutes } from './entry/routes.ts'
import { entryJobs, entrySchedules } from './entry/upkeep.ts'
import { figureRoutes } from './figures/routes.ts'
import { measures } from './measures.ts'
import { pairRoutes } from './pairs/routes.ts'
import { safetyRoutes } from './safety/routes.ts'
import { socialKind } from './social-kind.ts'
import { suggestionJobs, suggestionSchedules } from './suggestions/jobs.ts'
import { suggestionRoutes } from './suggestions/routes.ts'

export const matchmaking: AppModule = {
  name: 'matchmaking',
  routes: [
    ...entryRoutes,
    ...safetyRoutes,
    ...choiceRoutes,
    ...deskRoutes,
    ...pairRoutes,
    ...suggestionRoutes,
    ...figureRoutes,
  ],
  eventKinds: [socialKind],
  ownData: [matchmakingOwnData],
  measures,
  jobs: (platform) => ({
    ...choiceJobs(platform),
    ...entryJobs(platform),
    ...deskJobs(platform),
    ...suggestionJobs(platform),
  }),
  schedules: [...choiceSchedules, ...entrySchedules, ...deskSchedules, ...suggestionSchedules],
}
