import { operations } from '#contract/funds-points.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { decideDemonstrationPoint, proposeDemonstrationPoint } from './commands/designate-point.ts'
import { createDirectPointGrant, decideDirectPointGrant } from './commands/grant-point.ts'
import { payDirectPointShare, reverseDirectPointPayment } from './commands/pay-share.ts'
import { reportDirectPoint, reviewDirectPointReport } from './commands/report-progress.ts'
import { getDirectPoint } from './queries/point.ts'
import { listDirectPoints } from './queries/points.ts'
import { getDirectPointTerms } from './queries/terms.ts'
import { downloadDirectPoints } from './queries/workbook.ts'

/** Directly managed points: grants, shares, payments, reports of progress, demonstration points. */
export const pointRoutes: readonly Route[] = [
  route('getDirectPointTerms', operations.getDirectPointTerms, 'funds.read', getDirectPointTerms),
  route('listDirectPoints', operations.listDirectPoints, 'funds.read', listDirectPoints),
  downloadRoute('downloadDirectPoints', operations.downloadDirectPoints, 'funds.read', downloadDirectPoints),
  route('getDirectPoint', operations.getDirectPoint, 'funds.read', getDirectPoint),
  route('createDirectPointGrant', operations.createDirectPointGrant, 'funds.write', createDirectPointGrant),
  route('decideDirectPointGrant', operations.decideDirectPointGrant, 'funds.check', decideDirectPointGrant),
  route('payDirectPointShare', operations.payDirectPointShare, 'funds.pay', payDirectPointShare),
  route(
    'reverseDirectPointPayment',
    operations.reverseDirectPointPayment,
    'funds.pay',
    reverseDirectPointPayment,
  ),
  route('reportDirectPoint', operations.reportDirectPoint, 'funds.report', reportDirectPoint),
  route(
    'reviewDirectPointReport',
    operations.reviewDirectPointReport,
    'funds.check',
    reviewDirectPointReport,
  ),
  route(
    'proposeDemonstrationPoint',
    operations.proposeDemonstrationPoint,
    'funds.report',
    proposeDemonstrationPoint,
  ),
  route(
    'decideDemonstrationPoint',
    operations.decideDemonstrationPoint,
    'funds.check',
    decideDemonstrationPoint,
  ),
]
