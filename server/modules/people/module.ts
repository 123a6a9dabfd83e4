import type { AppModule } from '#server/platform/module.ts'
import { peopleJobs, schedules } from './jobs.ts'
import { measures } from './measures.ts'
import { routes } from './routes.ts'
import { transferRoutes } from './transfer-routes.ts'

export const people: AppModule = {
  name: 'people',
  routes: [...routes, ...transferRoutes],
  measures,
  jobs: peopleJobs,
  schedules,
}
