import type { EventKind } from '#server/platform/event-kind.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { AppModule } from '#server/platform/module.ts'
import { admissionJobs, admissionSchedules } from './admission/jobs.ts'
import { eventsOwnData } from './admission/own-data.ts'
import { admissionRoutes } from './admission/routes.ts'
import { doorRoutes } from './door/routes.ts'
import { declareKinds } from './kinds.ts'
import { draftRecurrences } from './office/draft-due.ts'
import { eventKinds } from './office/kinds.ts'
import { officeRoutes } from './office/routes.ts'
import { seatingRoutes } from './seating/routes.ts'
import { tellJobKind, tellRegisteredJob } from './office/tell-registered.ts'

/** The engine with the kinds of events the programmes declare. */
export function eventsOf(declared: readonly EventKind[]): AppModule {
  const kinds = eventKinds(declared)
  declareKinds(declared)
  return {
    name: 'events',
    ownData: [eventsOwnData],
    routes: [...officeRoutes(kinds), ...seatingRoutes(kinds), ...admissionRoutes, ...doorRoutes],
    jobs: (platform) => ({
      [tellJobKind]: tellRegisteredJob(platform),
      'events.draft_recurrences': async ({ tenantId }) => ({
        drafted: await inTenant(platform, tenantId!, (tx) => draftRecurrences(tx, kinds)),
      }),
      ...admissionJobs(platform),
    }),
    schedules: [
      { kind: 'events.draft_recurrences', every: { dayAt: '05:30' }, for: 'each tenant' },
      ...admissionSchedules,
    ],
  }
}
