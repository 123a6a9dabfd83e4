import { sql } from 'kysely'
import type { SystemState } from '#contract/system.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

const failedShown = 50

/** What waits, runs and has failed, of this tenant and of the installation, and when repeated work is due. */
export async function jobsOf(tx: Tx): Promise<SystemState['jobs']> {
  const { rows: counts } = await sql<{ waiting: number; running: number }>`
    select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'running') as running
    from jobs where tenant_id = ${tx.tenantId} or tenant_id is null`.execute(tx)
  const { rows: failed } = await sql<FailedRow>`
    select id, kind, error_code as "errorCode", attempts, created_at as "createdAt", ended_at as "endedAt"
    from jobs where state = 'failed' and (tenant_id = ${tx.tenantId} or tenant_id is null)
    order by ended_at desc nulls last limit ${failedShown}`.execute(tx)
  const schedules = await tx
    .selectFrom('schedules')
    .select(['kind', 'due_at as dueAt'])
    .orderBy('due_at')
    .execute()
  return {
    ...counts[0]!,
    failed: failed.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    })),
    schedules: schedules.map(({ kind, dueAt }) => ({ kind, dueAt: dueAt.toISOString() })),
  }
}

interface FailedRow {
  id: string
  kind: string
  errorCode: string | null
  attempts: number
  createdAt: Date
  endedAt: Date | null
}
