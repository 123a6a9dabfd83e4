import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What stands at a place for requests about reports to aim at. */
export interface ReportPlace {
  /** A sealed report with one figure that nobody can recompute: its measure is gone. */
  sealedReportId: string
}

/** The same of a place that does not exist. */
export const nowhereToReport: ReportPlace = { sealedReportId: newId() }

/** Makes it for an organisation. */
export async function reportsAt(tx: Tx, organisationId: string): Promise<ReportPlace> {
  const id = newId()
  await sql`
    with definition as (
      insert into sealed_definitions (tenant_id, fingerprint, measure, body) values (${tx.tenantId}, sha256('{}'), 'gone', '{}') on conflict do nothing),
    report as (
      insert into sealed_reports (tenant_id, id, organisation_id, title, version, known_at, sealed_by)
      values (${tx.tenantId}, ${id}, ${organisationId}, '年报', 1, now(), ${newId()})),
    kept as (
      insert into sealed_rows (tenant_id, report_id, number, row_ids, organisation_ids, amounts, days, counted_as)
      values (${tx.tenantId}, ${id}, 1, '{}', '{}', '{}', '{}', '{}'))
    insert into sealed_figures (tenant_id, report_id, number, measure, definition, organisation_id, organisation_name, as_of, total, row_count, rows_hash, hash)
    values (${tx.tenantId}, ${id}, 1, 'gone', sha256('{}'), ${organisationId}, '-', '2026-01-01', 0, 0, sha256(''), sha256(''))`.execute(
    tx,
  )
  return { sealedReportId: id }
}
