import { operations } from '#contract/jobs.ts'
import { eventsRoute, route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { jobEvents } from './queries/events.ts'
import { getJob, listOwnJobs } from './queries/job.ts'

export const jobs: AppModule = {
  name: 'jobs',
  routes: [
    route('getJob', operations.getJob, 'signed_in', getJob),
    eventsRoute('streamEvents', operations.streamEvents, 'signed_in', jobEvents),
    route('listOwnJobs', operations.listOwnJobs, 'signed_in', listOwnJobs),
  ],
}
