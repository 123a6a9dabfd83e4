import { audit } from '#server/platform/audit.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { JobHandler, RunningJob } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Schedule } from '#server/platform/schedule.ts'
import { takeOutside } from './anchors/deliver.ts'
import { makeAnchor } from './anchors/make.ts'
import { configuredAnchors } from './anchors/configured.ts'
import { recordVerification } from './commands/verify-chain.ts'
import { insertDeliveries, sealLog } from './store.ts'
import { verifyChains } from './verification/verify.ts'

/** Heads are sealed each minute, an anchor goes outside each night, and the whole log is verified after it. */
export const auditSchedules: readonly Schedule[] = [
  { kind: 'audit.seal', every: { seconds: 60 }, for: 'each tenant' },
  { kind: 'audit.anchor', every: { dayAt: '02:30' }, for: 'each tenant' },
  { kind: 'audit.verify', every: { dayAt: '03:00' }, for: 'each tenant' },
]

/** The work that comes back, and what the audit administrator asks for between. All of it may be run again after a crash. */
export function auditJobs(platform: Platform): Record<string, JobHandler> {
  return {
    'audit.seal': async (job) => ({ seal: await inTenant(platform, job.tenantId!, sealLog) }),
    'audit.anchor': (job) => anchorLog(platform, job),
    'audit.verify': (job) => verifyLog(platform, job),
  }
}

/** Makes an anchor, takes it to every place that is set up, and records what came of it. A place that cannot be reached fails for itself. */
async function anchorLog(platform: Platform, job: RunningJob): Promise<Record<string, unknown>> {
  const made = await inTenant(platform, job.tenantId!, (tx) => makeAnchor(tx, job.payload.accountId ?? null))
  if (made === null) return { anchor: null, kept: 0, failed: 0 }
  const deliveries = await takeOutside(platform, made)
  const failed = deliveries.filter(({ outcome }) => outcome === 'failed').length
  const said = { anchor: made.number, kept: deliveries.length - failed, failed }
  await inTenant(platform, job.tenantId!, async (tx) => {
    await insertDeliveries(tx, made.number, deliveries)
    await audit(tx, null, 'audit.anchored', { kind: 'audit', id: null, organisationId: null, params: said })
  })
  return said
}

async function verifyLog(platform: Platform, job: RunningJob): Promise<Record<string, unknown>> {
  const anchors = await configuredAnchors(platform, job.tenantId!)
  return inTenant(platform, job.tenantId!, async (tx) => {
    const found = await verifyChains(tx, anchors, (entries) => job.progress('verify', entries))
    await recordVerification(tx, null, found)
    return { ...found }
  })
}
