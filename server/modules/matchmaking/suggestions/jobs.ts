import { inTenant } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Schedule } from '#server/platform/schedule.ts'
import { makeListsOfWeek } from './make-lists.ts'
import { trainModel } from './train-model.ts'

/** Both look every day and act when a new month or week has begun. */
export const suggestionSchedules: readonly Schedule[] = [
  { kind: 'matchmaking.train_suggestions', every: { dayAt: '03:20' }, for: 'each tenant' },
  { kind: 'matchmaking.make_suggestions', every: { dayAt: '04:20' }, for: 'each tenant' },
]

/** The background work of suggestions, by the kind of job. */
export function suggestionJobs(platform: Platform): Record<string, JobHandler> {
  return {
    'matchmaking.train_suggestions': ({ tenantId }) => inTenant(platform, tenantId!, trainModel),
    'matchmaking.make_suggestions': ({ tenantId }) => makeListsOfWeek(platform, tenantId!),
  }
}
