import { sql } from 'kysely'
import type { StatisticalCode } from '#contract/reports-returns.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** The statistical codes of a union, the one in force first and the one it was registered with last. */
export async function listStatisticalCodes(
  tx: Tx,
  actor: Actor,
  { organisationId }: { organisationId: string },
): Promise<{ items: StatisticalCode[] }> {
  await mustReach(tx, { actor, permission: 'reports.seal' }, organisationId)
  return { items: await codesOf(tx, organisationId) }
}

/** The codes of an organisation without asking who wants to know, the one in force first. */
export async function codesOf(tx: Tx, organisationId: string): Promise<StatisticalCode[]> {
  const { rows } = await sql<StatisticalCode & { recordedAt: Date; until: Date | null }>`
    with own as (
      select code, document_no, reason, recorded_at, recorded_by, superseded_at from union_stat_codes
      where tenant_id = ${tx.tenantId} and organisation_id = ${organisationId}
      union all
      select stat_code, null, null, recorded_at, null, (select min(c.recorded_at) from union_stat_codes c where c.tenant_id = ${tx.tenantId} and c.organisation_id = o.id)
      from organisations o where o.tenant_id = ${tx.tenantId} and o.id = ${organisationId})
    select code, document_no as "documentNo", reason, recorded_at as "recordedAt", superseded_at as until,
      (select a.post from appointments a where a.tenant_id = ${tx.tenantId} and a.appointment_id = own.recorded_by limit 1) as "recordedByName"
    from own order by reason is not null desc, superseded_at desc nulls first, recorded_at desc`.execute(tx)
  return rows.map((row) => ({
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    until: row.until?.toISOString() ?? null,
  }))
}
