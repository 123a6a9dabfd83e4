import { ruleFor } from '#server/modules/rules/index.ts'
import { audit } from '#server/platform/audit.ts'
import { today } from '#server/platform/clock.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { kept } from './kept.ts'
import { firstDayKept } from './rules.ts'

/** The daily job that removes what has been kept long enough. */
export const retentionKind = 'retention.run'

/** Removes what each rule of today lets go, in one transaction with its counts; run again it finds nothing more. */
export function runRetention(platform: Platform): JobHandler {
  return (job) => inTenant(platform, job.tenantId!, removeDue)
}

/** One run for one tenant: what was removed, by rule. */
export async function removeDue(tx: Tx): Promise<Record<string, number>> {
  const day = await today(tx)
  const runId = newId()
  await tx.insertInto('retention_runs').values({ tenant_id: tx.tenantId, id: runId }).execute()
  const removed: Record<string, number> = {}
  for (const { rule, remove } of kept) {
    if (remove === undefined) continue
    const { value, version } = await ruleFor<number>(tx, rule, day)
    const beforeDay = firstDayKept(day, value)
    removed[rule] = await remove(tx, beforeDay)
    await tx
      .insertInto('retention_run_counts')
      .values({
        tenant_id: tx.tenantId,
        run_id: runId,
        rule_key: rule,
        rule_version: version,
        before_day: beforeDay,
        removed: removed[rule],
      })
      .execute()
  }
  const total = Object.values(removed).reduce((sum, count) => sum + count, 0)
  await audit(tx, null, 'retention.ran', {
    kind: 'retention_run',
    id: runId,
    organisationId: null,
    params: { removed: total },
  })
  return removed
}
