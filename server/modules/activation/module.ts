import { inPlumbing } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { AppModule } from '#server/platform/module.ts'
import type { Platform } from '#server/platform/platform.ts'
import { slipsJobKind } from './commands/print-slips.ts'
import { routes } from './routes.ts'
import { forgetOldSecrets } from './store.ts'
import { writeSlips } from './write-slips.ts'

/** An officer waits for the slips at the screen. */
const promptJobs = (platform: Platform): Record<string, JobHandler> => ({
  [slipsJobKind]: (job) => writeSlips(platform, job),
})

export const activation: AppModule = {
  name: 'activation',
  routes,
  jobs: (platform) => ({
    ...promptJobs(platform),
    'activation.forget_secrets': async () => {
      await inPlumbing(platform.pool, forgetOldSecrets)
      return {}
    },
  }),
  promptJobs,
  schedules: [{ kind: 'activation.forget_secrets', every: { dayAt: '03:20' }, for: 'the installation' }],
}
