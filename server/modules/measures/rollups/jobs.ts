import { inTenant } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Schedule } from '#server/platform/schedule.ts'
import { figureDifferences } from './differences.ts'
import { foldFigures } from './fold.ts'

/** Marks are carried into the sums every few seconds; every night all sums are recounted. */
export const figureSchedules: readonly Schedule[] = [
  { kind: 'measures.fold', every: { seconds: 5 }, for: 'each tenant' },
  { kind: 'measures.recount', every: { dayAt: '03:50' }, for: 'each tenant' },
]

/** Carrying has a loop of its own beside imports: while marks pile up, readers count them anew. */
export function foldJobs(definitions: readonly MeasureDefinition[]) {
  return (platform: Platform): Record<string, JobHandler> => ({
    'measures.fold': (job) => foldFigures(platform, job.tenantId!, definitions),
  })
}

/** The nightly recount says every difference as an error. */
export function recountJobs(definitions: readonly MeasureDefinition[]) {
  return (platform: Platform): Record<string, JobHandler> => ({
    'measures.recount': async (job) => {
      const found = await inTenant(platform, job.tenantId!, (tx) => figureDifferences(tx, definitions))
      for (const { what } of found) platform.log.error('a kept figure differs from its rows', new Error(what))
      return { differences: found.length }
    },
  })
}
