import { inPlumbing } from '#server/platform/db/transaction.ts'
import type { AppModule } from '#server/platform/module.ts'
import { slipsJobKind } from './commands/print-slips.ts'
import { routes } from './routes.ts'
import { forgetOldSecrets } from './store.ts'
import { writeSlips } from './write-slips.ts'

export const activation: AppModule = {
  name: 'activation',
  routes,
  jobs: (platform) => ({
    [slipsJobKind]: (job) => writeSlips(platform, job),
    'activation.forget_secrets': async () => {
      await inPlumbing(platform.pool, forgetOldSecrets)
      return {}
    },
  }),
  schedules: [{ kind: 'activation.forget_secrets', every: { dayAt: '03:20' }, for: 'the installation' }],
}
