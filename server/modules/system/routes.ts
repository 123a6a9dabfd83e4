import { operations } from '#contract/system.ts'
import { route, sessionRoute, type Route } from '#server/platform/http/route.ts'
import { forgetJob } from './commands/forget-job.ts'
import { retryJob } from './commands/retry-job.ts'
import { startBackup } from './commands/start-backup.ts'
import { startDrill } from './commands/start-drill.ts'
import { systemState } from './queries/state.ts'

// The state and the two orders need what only the platform knows: disks, settings, connections.
export const routes: Route[] = [
  sessionRoute(
    'getSystemState',
    operations.getSystemState,
    'system.operate',
    async (platform, { actor }) => ({
      output: await systemState(platform, actor!),
    }),
  ),
  sessionRoute('startBackup', operations.startBackup, 'system.operate', async (platform, { actor }) => ({
    output: await startBackup(platform, actor!),
  })),
  sessionRoute('startDrill', operations.startDrill, 'system.operate', async (platform, { actor }) => ({
    output: await startDrill(platform, actor!),
  })),
  route('retryJob', operations.retryJob, 'system.operate', retryJob),
  route('forgetJob', operations.forgetJob, 'system.operate', forgetJob),
]
