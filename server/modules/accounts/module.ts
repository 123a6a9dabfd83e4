import type { AppModule } from '#server/platform/module.ts'
import { forgetJobKind, forgetOld } from './forget-old.ts'
import { routes } from './routes.ts'

export const accounts: AppModule = {
  name: 'accounts',
  routes,
  jobs: (platform) => ({ [forgetJobKind]: forgetOld(platform) }),
  schedules: [{ kind: forgetJobKind, every: { dayAt: '03:50' }, for: 'the installation' }],
}
