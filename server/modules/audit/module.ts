import type { AppModule } from '#server/platform/module.ts'
import { auditJobs, auditSchedules } from './jobs.ts'
import { routes } from './routes.ts'

export const auditLog: AppModule = { name: 'audit', routes, jobs: auditJobs, schedules: auditSchedules }
