import { inTenant } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Schedule } from '#server/platform/schedule.ts'
import { endOverdueIntroductions } from './decide-introduction.ts'

/** What the clock does at the desk. */
export function deskJobs(platform: Platform): Record<string, JobHandler> {
  return {
    'matchmaking.end_introductions': async ({ tenantId }) => ({
      ended: await inTenant(platform, tenantId!, endOverdueIntroductions),
    }),
  }
}

/** Introductions end within a minute of their time. */
export const deskSchedules: readonly Schedule[] = [
  { kind: 'matchmaking.end_introductions', every: { seconds: 60 }, for: 'each tenant' },
]
