import { inTenant } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Schedule } from '#server/platform/schedule.ts'
import { carryOutOrder } from './commands/carry-out-order.ts'
import { turnTransfers } from './commands/transfer-days.ts'
import { carryOutWithdrawals } from './departures/own-withdrawal.ts'
import { eraseDue, eraseDueKind } from './erasure/erase-due.ts'

/** What comes back every day: declared withdrawals whose day has come, transfers that were not answered in time, and reminders; approved erasures whose day has come. */
export const schedules: readonly Schedule[] = [
  { kind: 'people.day', every: { dayAt: '00:20' }, for: 'each tenant' },
  { kind: eraseDueKind, every: { dayAt: '02:10' }, for: 'each tenant' },
]

/** The background work of the module, by the kind of job. */
export function peopleJobs(platform: Platform): Record<string, JobHandler> {
  return {
    'people.day': (job) =>
      inTenant(platform, job.tenantId!, async (tx) => ({
        withdrawn: await carryOutWithdrawals(tx),
        ...(await turnTransfers(tx)),
      })),
    'people.mass_change': (job) => inTenant(platform, job.tenantId!, (tx) => carryOutOrder(tx, job)),
    [eraseDueKind]: eraseDue(platform),
  }
}
