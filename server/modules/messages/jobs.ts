import { inPlumbing, inTenant } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Schedule } from '#server/platform/schedule.ts'
import { makeCode, makeCodeJobKind } from './codes.ts'
import { deliver } from './deliver.ts'
import { deliverJobKind } from './send-message.ts'
import { eraseOldContent, forgetOldCodes } from './store.ts'

/** Somebody holds a phone and waits for these. */
export function promptJobs(platform: Platform): Record<string, JobHandler> {
  return {
    [makeCodeJobKind]: async ({ payload }) => {
      await makeCode(platform, { codeId: payload.codeId!, purpose: payload.purpose! })
      platform.jobs.wake()
      return {}
    },
    [deliverJobKind]: async ({ tenantId, payload }) => ({
      outcome: await deliver(platform, { tenantId: tenantId!, messageId: payload.messageId! }),
    }),
  }
}

/** What comes back by itself: texts are erased, codes and counts of days gone by forgotten. */
export const schedules: Schedule[] = [
  { kind: 'messages.erase', every: { seconds: 600 }, for: 'each tenant' },
  { kind: 'messages.forget_codes', every: { dayAt: '03:10' }, for: 'the installation' },
]

/** The handlers of the schedules. In a demo, texts stay to be seen: the people in them are invented. */
export function repeatedJobs(platform: Platform): Record<string, JobHandler> {
  return {
    'messages.erase': async ({ tenantId }) => ({
      erased: await inTenant(platform, tenantId!, async (tx) => {
        const tenant = await tx
          .selectFrom('tenants')
          .select('kind')
          .where('id', '=', tx.tenantId)
          .executeTakeFirstOrThrow()
        return tenant.kind === 'demo' ? 0 : eraseOldContent(tx)
      }),
    }),
    'messages.forget_codes': async () => {
      await inPlumbing(platform.pool, forgetOldCodes)
      return {}
    },
  }
}
