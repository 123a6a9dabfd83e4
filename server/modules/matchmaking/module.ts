import type { AppModule } from '#server/platform/module.ts'
import { choiceJobs, choiceSchedules } from './choices/jobs.ts'
import { choiceRoutes } from './choices/routes.ts'
import { pairRoutes } from './pairs/routes.ts'
import { socialKind } from './social-kind.ts'

export const matchmaking: AppModule = {
  name: 'matchmaking',
  routes: [...choiceRoutes, ...pairRoutes],
  eventKinds: [socialKind],
  jobs: choiceJobs,
  schedules: choiceSchedules,
}
