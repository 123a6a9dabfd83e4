import { operations } from '#contract/retention.ts'
import { route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { getRetention } from './retention-page.ts'
import { retentionKind, runRetention } from './run-retention.ts'

export const retention: AppModule = {
  name: 'retention',
  routes: [route('getRetention', operations.getRetention, 'privacy.manage', getRetention)],
  jobs: (platform) => ({ [retentionKind]: runRetention(platform) }),
  schedules: [{ kind: retentionKind, every: { dayAt: '02:30' }, for: 'each tenant' }],
}
