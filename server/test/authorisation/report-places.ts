import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeSheet } from '#server/platform/workbook/make-test-workbook.ts'

/** What stands at a place for requests about reports to aim at. */
export interface ReportPlace {
  /** A sealed report with one figure that nobody can recompute: its measure is gone. */
  sealedReportId: string
  /** A workbook to be filled, without a mapping. */
  templateId: string
  /** An annual return without lines. */
  returnId: string
}

/** The same of a place that does not exist. */
export const nowhereToReport: ReportPlace = {
  sealedReportId: newId(),
  templateId: newId(),
  returnId: newId(),
}

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
  const returnId = newId()
  await sql`
    insert into annual_returns (tenant_id, id, organisation_id, year, starts_on, ends_on, rule_id, report_id, made_by)
    values (${tx.tenantId}, ${returnId}, ${organisationId}, 2020, '2019-10-01', '2020-09-30', '00000000-0000-7000-8000-000000008201', ${id}, ${newId()})`.execute(
    tx,
  )
  return { sealedReportId: id, templateId: await templateOf(tx, organisationId, id), returnId }
}

/** A workbook with one sheet, filled from the sealed report and never mapped. */
async function templateOf(tx: Tx, organisationId: string, reportId: string): Promise<string> {
  const id = newId()
  const workbook = makeSheet('<row r="1"><c r="A1"><v>1</v></c></row>')
  await sql`
    with template as (
      insert into report_templates (tenant_id, id, organisation_id, name, file_name, workbook, survey, uploaded_by)
      values (${tx.tenantId}, ${id}, ${organisationId}, '年报', '年报.xlsx', ${workbook}, '[]', ${newId()}))
    insert into report_template_fillings (tenant_id, report_id, template_id, cells) values (${tx.tenantId}, ${reportId}, ${id}, '[]')`.execute(
    tx,
  )
  return id
}
