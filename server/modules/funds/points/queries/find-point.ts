import { sql, type RawBuilder } from 'kysely'
import type { AreaScores, PointLevel } from '#contract/funds-points.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** A grant as its commands need it. */
export interface PointHead {
  id: string
  organisationId: string
  year: number
  level: PointLevel
  state: 'waiting' | 'approved' | 'refused'
  totalFen: number
  grantedByPerson: string
  decidedByPerson: string | null
  acceptedReports: number
  /** Of the last accepted report. */
  scores: AreaScores | null
  /** The report that waits for its review. */
  openReportId: string | null
  openProposalId: string | null
}

/** A grant by its id; else: not there. The caller judges the reach. */
export async function findPoint(tx: Tx, grantId: string): Promise<PointHead> {
  const { rows } = await sql<PointHead>`
    select g.id, g.organisation_id as "organisationId", g.year, g.level, coalesce(d.outcome, 'waiting') as state, g.total_fen as "totalFen",
      g.granted_by_person as "grantedByPerson", d.decided_by_person as "decidedByPerson", ${acceptedReports} as "acceptedReports",
      (select v.scores from direct_point_reports r join direct_point_report_reviews v on v.tenant_id = r.tenant_id and v.report_id = r.id
        where r.tenant_id = g.tenant_id and r.grant_id = g.id and v.outcome = 'accepted' order by r.number desc limit 1) as scores,
      (select r.id from direct_point_reports r where r.tenant_id = g.tenant_id and r.grant_id = g.id and not exists (
        select from direct_point_report_reviews v where v.tenant_id = r.tenant_id and v.report_id = r.id) limit 1) as "openReportId",
      (select p.id from demonstration_proposals p where p.tenant_id = g.tenant_id and p.grant_id = g.id and not exists (
        select from demonstration_decisions x where x.tenant_id = p.tenant_id and x.proposal_id = p.id) limit 1) as "openProposalId"
    from direct_point_grants g left join direct_point_decisions d on d.tenant_id = g.tenant_id and d.grant_id = g.id
    where g.tenant_id = ${tx.tenantId} and g.id = ${grantId}`.execute(tx)
  return found(rows[0])
}

/** Accepted reports of the grant `g`. */
export const acceptedReports: RawBuilder<number> = sql`(select count(*) from direct_point_reports r
  join direct_point_report_reviews v on v.tenant_id = r.tenant_id and v.report_id = r.id
  where r.tenant_id = g.tenant_id and r.grant_id = g.id and v.outcome = 'accepted')::int`

/** The payment of the share `s` that stands, as a row `paid` (all null where there is none). */
export const standingPayment: RawBuilder<unknown> = sql`left join lateral (
    select p.* from direct_point_payments p where p.tenant_id = s.tenant_id and p.share_id = s.id and not exists (
      select from direct_point_payment_reversals x where x.tenant_id = p.tenant_id and x.payment_id = p.id) limit 1) paid on true`

/** The grant that a part of its file belongs to; else: not there. */
export async function grantOf(
  tx: Tx,
  table: 'direct_point_shares' | 'direct_point_reports' | 'demonstration_proposals',
  id: string,
): Promise<string> {
  const { rows } = await sql<{ grantId: string }>`
    select grant_id as "grantId" from ${sql.table(table)} where tenant_id = ${tx.tenantId} and id = ${id}`.execute(
    tx,
  )
  return found(rows[0]).grantId
}
