import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { instant } from './store.ts'
import type { FigureText, ReportText } from './text.ts'

/** A figure as it is stored, with the hash it was sealed under and its kept definition. */
export interface StoredFigure extends FigureText {
  hash: string
  body: string
}

/** A report as it is stored, with its link of the chain; the link is null where somebody removed it. */
export interface StoredReport extends ReportText {
  number: number | null
  previous: string | null
  hash: string | null
}

/** All reports of the tenant, or one, with their links; figures by the hashes they were sealed under. */
export async function storedReports(tx: Tx, only: string | null): Promise<StoredReport[]> {
  const { rows } = await sql<StoredReport>`
    select r.id, r.organisation_id as "organisationId", r.title, r.corrects_id as "correctsId", r.version,
      ${sql.raw(instant('r.known_at'))} as "knownAt", ${sql.raw(instant('r.sealed_at'))} as "sealedAt", r.sealed_by as "sealedBy",
      array(select encode(f.hash, 'hex') from sealed_figures f where f.tenant_id = r.tenant_id and f.report_id = r.id order by f.number) as figures,
      s.number, encode(s.previous_hash, 'hex') as previous, encode(s.hash, 'hex') as hash
    from sealed_reports r left join report_seals s on s.tenant_id = r.tenant_id and s.report_id = r.id
    where r.tenant_id = ${tx.tenantId} and (${only}::uuid is null or r.id = ${only}::uuid) order by s.number`.execute(
    tx,
  )
  return rows
}

/** The figures of a report in their order. */
export async function storedFigures(tx: Tx, reportId: string): Promise<StoredFigure[]> {
  const { rows } = await sql<StoredFigure>`
    select f.number, f.measure, encode(f.definition, 'hex') as definition, f.organisation_id as "organisationId", f.organisation_name as "organisationName",
      f.as_of as "asOf", f.from_day as "from", f.to_day as "to", f.broken_down_by as "by", f.total, f.groups, f.row_count as "rowCount",
      encode(f.rows_hash, 'hex') as "rowsHash", encode(f.hash, 'hex') as hash, d.body
    from sealed_figures f join sealed_definitions d on d.tenant_id = f.tenant_id and d.fingerprint = f.definition
    where f.tenant_id = ${tx.tenantId} and f.report_id = ${reportId} order by f.number`.execute(tx)
  return rows
}

/** The question of a stored figure, put to a definition of today. */
export function questionOf<D>(report: Pick<ReportText, 'knownAt'>, figure: FigureText, definition: D) {
  return {
    definition,
    organisationId: figure.organisationId,
    moment: { asOf: figure.asOf, knownAt: report.knownAt },
    from: figure.from,
    to: figure.to,
  }
}
