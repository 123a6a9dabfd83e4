import type { AppModule } from '#server/platform/module.ts'
import { rosterJobs, schedules } from './jobs.ts'
import { routes } from './routes.ts'

export const roster: AppModule = { name: 'roster', routes, jobs: rosterJobs, schedules }
