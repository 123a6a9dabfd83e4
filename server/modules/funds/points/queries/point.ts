import { sql } from 'kysely'
import type { DemonstrationProposal, DirectPoint, PointPart, PointReport } from '#contract/funds-points.ts'
import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { whyNotPoint } from '../policy.ts'
import { findingsOf } from '../rules.ts'
import { findPoint, standingPayment, type PointHead } from './find-point.ts'
import { pointRows } from './points.ts'
import { criteriaOn } from './terms.ts'

/** One grant with everything that happened to it, and what the asker may do. */
export async function getDirectPoint(
  tx: Tx,
  actor: Actor,
  { grantId }: { grantId: string },
): Promise<DirectPoint> {
  const point = await findPoint(tx, grantId)
  if (!(await canReach(tx, { actor, permission: 'funds.read' }, point.organisationId))) notFound()
  const { rows } = await sql<Omit<DirectPoint, 'parts'>>`${pointRows(tx, sql`g.id = ${grantId}`)}`.execute(tx)
  const { waitsForDesignation: _, ...row } = found(rows[0]) as DirectPoint & { waitsForDesignation: boolean }
  const criteria = await criteriaOn(tx, actor.today)
  return {
    ...row,
    ...(await deed(tx, grantId)),
    parts: await partsOf(tx, point),
    reports: await reportsOf(tx, actor, point),
    findings: findingsOf(point, criteria.value),
    proposals: await proposalsOf(tx, actor, point),
    rules: await rulesOf(tx, grantId),
    can: await whatNext(tx, actor, point),
  }
}

async function whatNext(tx: Tx, actor: Actor, point: PointHead): Promise<DirectPoint['can']> {
  const { organisationId } = point
  const isApproved = point.state === 'approved'
  const granter = point.grantedByPerson
  const step = { organisationId, hands: [] }
  return {
    decide: await whyNotPoint(tx, actor, {
      ...step,
      permission: 'funds.check',
      fits: point.state === 'waiting',
      hands: [granter],
    }),
    pay: await whyNotPoint(tx, actor, {
      ...step,
      permission: 'funds.pay',
      fits: isApproved,
      hands: [granter, point.decidedByPerson ?? ''],
    }),
    report: await whyNotPoint(tx, actor, {
      ...step,
      permission: 'funds.report',
      fits: isApproved && point.openReportId === null,
    }),
    propose: await whyNotPoint(tx, actor, {
      ...step,
      permission: 'funds.report',
      fits: isApproved && point.openProposalId === null,
    }),
  }
}

async function deed(
  tx: Tx,
  grantId: string,
): Promise<Pick<DirectPoint, 'documentNo' | 'grantedBy' | 'grantedAt' | 'decision'>> {
  const { rows } = await sql<{
    documentNo: string
    grantedBy: string
    grantedAt: Date
    reason: string | null
    decidedBy: string | null
    decidedAt: Date | null
  }>`
    select g.document_no as "documentNo", granter.name as "grantedBy", g.granted_at as "grantedAt", d.reason, decider.name as "decidedBy",
      d.decided_at as "decidedAt"
    from direct_point_grants g
    join persons granter on granter.tenant_id = g.tenant_id and granter.id = g.granted_by_person
    left join direct_point_decisions d on d.tenant_id = g.tenant_id and d.grant_id = g.id
    left join persons decider on decider.tenant_id = d.tenant_id and decider.id = d.decided_by_person
    where g.tenant_id = ${tx.tenantId} and g.id = ${grantId}`.execute(tx)
  const { reason, decidedBy, decidedAt, grantedAt, ...rest } = found(rows[0])
  const decision =
    decidedAt === null
      ? null
      : { reason: reason ?? '', decidedBy: decidedBy ?? '', decidedAt: decidedAt.toISOString() }
  return { ...rest, grantedAt: grantedAt.toISOString(), decision }
}

async function partsOf(tx: Tx, point: PointHead): Promise<PointPart[]> {
  const { rows } = await sql<
    Omit<PointPart, 'payment' | 'state'> & {
      paymentId: string | null
      voucherNo: string
      paidOn: string
      paidBy: string
    }
  >`
    select s.id as "shareId", s.payer, s.part, s.after_reports as "afterReports", s.budget_id as "budgetId", b.name as "budgetName",
      s.amount_fen as "amountFen", paid.id as "paymentId", paid.voucher_no as "voucherNo", paid.paid_on as "paidOn", payer.name as "paidBy"
    from direct_point_shares s join budgets b on b.tenant_id = s.tenant_id and b.id = s.budget_id ${standingPayment}
    left join persons payer on payer.tenant_id = s.tenant_id and payer.id = paid.paid_by_person
    where s.tenant_id = ${tx.tenantId} and s.grant_id = ${point.id}
    order by s.part, array_position(array['two_new_committee', 'district_federation', 'street_town'], s.payer)`.execute(
    tx,
  )
  return rows.map(({ paymentId, voucherNo, paidOn, paidBy, ...part }) => ({
    ...part,
    state: stateOf(point, { isPaid: paymentId !== null, afterReports: part.afterReports }),
    payment: paymentId === null ? null : { id: paymentId, voucherNo, paidOn, paidBy },
  }))
}

function stateOf(
  point: PointHead,
  part: { isPaid: boolean; afterReports: number },
): 'paid' | 'payable' | 'not_yet' {
  if (part.isPaid) return 'paid'
  return point.state === 'approved' && point.acceptedReports >= part.afterReports ? 'payable' : 'not_yet'
}

async function reportsOf(tx: Tx, actor: Actor, point: PointHead): Promise<PointReport[]> {
  const { rows } = await sql<
    Omit<PointReport, 'review' | 'canReview' | 'reportedAt'> & {
      reportedAt: Date
      reporter: string
      review: PointReport['review']
    }
  >`
    select r.id, r.number, r.areas, p.name as "reportedBy", r.reported_at as "reportedAt", r.reported_by_person as reporter,
      case when v.report_id is null then null else json_build_object('outcome', v.outcome, 'scores', v.scores, 'reason', v.reason, 'reviewedBy', w.name,
        'reviewedAt', v.reviewed_at) end as review
    from direct_point_reports r
    join persons p on p.tenant_id = r.tenant_id and p.id = r.reported_by_person
    left join direct_point_report_reviews v on v.tenant_id = r.tenant_id and v.report_id = r.id
    left join persons w on w.tenant_id = v.tenant_id and w.id = v.reviewed_by_person
    where r.tenant_id = ${tx.tenantId} and r.grant_id = ${point.id} order by r.number`.execute(tx)
  const reports: PointReport[] = []
  for (const { reporter, review, reportedAt, ...report } of rows)
    reports.push({
      ...report,
      reportedAt: reportedAt.toISOString(),
      review: review && { ...review, reviewedAt: new Date(review.reviewedAt).toISOString() },
      canReview: await whyNotPoint(tx, actor, {
        permission: 'funds.check',
        organisationId: point.organisationId,
        fits: point.openReportId === report.id,
        hands: [reporter],
      }),
    })
  return reports
}

async function proposalsOf(tx: Tx, actor: Actor, point: PointHead): Promise<DemonstrationProposal[]> {
  const { rows } = await sql<
    Omit<DemonstrationProposal, 'canDecide' | 'proposedAt'> & { proposedAt: Date; proposer: string }
  >`
    select d.id, d.reason, d.findings, p.name as "proposedBy", d.proposed_at as "proposedAt", d.proposed_by_person as proposer,
      case when x.proposal_id is null then null else json_build_object('outcome', x.outcome, 'reason', x.reason, 'startsOn', x.starts_on,
        'endsBefore', x.ends_before, 'decidedBy', w.name) end as decision
    from demonstration_proposals d
    join persons p on p.tenant_id = d.tenant_id and p.id = d.proposed_by_person
    left join demonstration_decisions x on x.tenant_id = d.tenant_id and x.proposal_id = d.id
    left join persons w on w.tenant_id = x.tenant_id and w.id = x.decided_by_person
    where d.tenant_id = ${tx.tenantId} and d.grant_id = ${point.id} order by d.id`.execute(tx)
  const proposals: DemonstrationProposal[] = []
  for (const { proposer, proposedAt, ...proposal } of rows)
    proposals.push({
      ...proposal,
      proposedAt: proposedAt.toISOString(),
      canDecide: await whyNotPoint(tx, actor, {
        permission: 'funds.check',
        organisationId: point.organisationId,
        fits: point.openProposalId === proposal.id,
        hands: [proposer],
      }),
    })
  return proposals
}

async function rulesOf(tx: Tx, grantId: string): Promise<DirectPoint['rules']> {
  const { rows } = await sql<DirectPoint['rules'][number]>`
    select r.key, r.value::text as value, r.document || ' ' || r.article as source from direct_point_grants g
    join rules r on r.id = any(select (jsonb_each_text(g.rules)).value::uuid)
    where g.tenant_id = ${tx.tenantId} and g.id = ${grantId} order by r.key`.execute(tx)
  return rows
}
