import { operations } from '#contract/messages.ts'
import { route, sessionRoute } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { promptJobs, repeatedJobs, schedules } from './jobs.ts'
import { getMessageDelivery } from './queries/delivery.ts'
import { listOutbox } from './queries/outbox.ts'

export const messages: AppModule = {
  name: 'messages',
  routes: [
    sessionRoute('listOutbox', operations.listOutbox, 'public', async (platform) => ({
      output: await listOutbox(platform),
    })),
    route('getMessageDelivery', operations.getMessageDelivery, 'system.operate', getMessageDelivery),
  ],
  jobs: (platform) => ({ ...promptJobs(platform), ...repeatedJobs(platform) }),
  promptJobs,
  schedules,
}
