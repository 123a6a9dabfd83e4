import { insertBudget, insertSource } from '#server/modules/funds/budgets/store.ts'
import {
  insertGrant,
  insertGrantDecision,
  insertPayment,
  insertProposal,
  insertProposalDecision,
  insertReport,
  insertReversal,
  insertReview,
  insertShares,
} from '#server/modules/funds/points/store.ts'
import { criteriaOn } from '#server/modules/funds/points/queries/terms.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A direct point that was refused, with one of everything that is over: nothing can be done with it any more. */
export interface PointPlace {
  pointId: string
  shareId: string
  pointPaymentId: string
  pointReportId: string
  proposalId: string
}

/** The same of a place that does not exist. */
export const nowhereToPoint: PointPlace = {
  pointId: newId(),
  shareId: newId(),
  pointPaymentId: newId(),
  pointReportId: newId(),
  proposalId: newId(),
}

/** Makes it for an organisation. */
export async function pointAt(
  tx: Tx,
  { organisationId, memberId }: { organisationId: string; memberId: string },
): Promise<PointPlace> {
  const hand = { by: null, person: memberId }
  const owner = { organisationId, createdBy: null }
  const sourceId = await insertSource(tx, { ...owner, name: '直管点资金', payer: 'street_town' })
  const budget = { ...owner, sourceId, parentId: null, name: '直管点', purpose: 'direct_point', year: 2026 }
  const budgetId = await insertBudget(tx, budget)
  const pointId = await insertGrant(tx, {
    organisationId,
    year: 2026,
    level: 'street',
    totalFen: 1,
    documentNo: '测试 1 号',
    rules: {},
    hand,
  })
  await insertShares(tx, pointId, [
    { payer: 'street_town', amountFen: 1, budgetId, part: 1, afterReports: 0 },
  ])
  await insertGrantDecision(tx, { grantId: pointId, outcome: 'refused', reason: '-', hand })
  const share = await tx
    .selectFrom('direct_point_shares')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('grant_id', '=', pointId)
    .executeTakeFirstOrThrow()
  const voucher = { shareId: share.id, number: 0, voucherNo: '测试 1 号', paidOn: '2026-01-01', hand }
  const pointPaymentId = await insertPayment(tx, voucher)
  await insertReversal(tx, { paymentId: pointPaymentId, reason: '测试冲销', hand })
  return {
    pointId,
    shareId: share.id,
    pointPaymentId,
    ...(await saidOf(tx, { pointId, hand })),
  }
}

async function saidOf(
  tx: Tx,
  { pointId, hand }: { pointId: string; hand: { by: null; person: string } },
): Promise<{ pointReportId: string; proposalId: string }> {
  const text = { organisation: '-', cadres: '-', venue: '-', contests: '-', brand: '-' }
  const scores = { organisation: 0, cadres: 0, venue: 0, contests: 0, brand: 0 }
  const pointReportId = await insertReport(tx, { grantId: pointId, areas: text, hand })
  await insertReview(tx, { reportId: pointReportId, outcome: 'returned', scores, reason: '-', hand })
  const { version } = await criteriaOn(tx, '2026-01-01')
  const proposal = { grantId: pointId, reason: '测试申报', ruleId: version, findings: [], hand }
  const proposalId = await insertProposal(tx, proposal)
  await insertProposalDecision(tx, { proposalId, outcome: 'refused', reason: '测试退回', months: 1, hand })
  return { pointReportId, proposalId }
}
