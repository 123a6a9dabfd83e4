import type { AppModule } from '#server/platform/module.ts'
import { jobHandlers, nightlyJobKind } from './jobs.ts'
import { systemMetrics } from './queries/metrics.ts'
import { routes } from './routes.ts'

export const system: AppModule = {
  name: 'system',
  routes,
  jobs: jobHandlers,
  // The quietest hour; a server that was down then takes its backup when it comes up.
  schedules: [{ kind: nightlyJobKind, every: { dayAt: '02:30' }, for: 'the installation' }],
  metrics: systemMetrics,
}
