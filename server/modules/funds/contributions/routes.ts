import { operations } from '#contract/funds-contributions.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { recordContributionMovement, reverseContributionMovement } from './commands/move-contribution.ts'
import { recordContribution, withdrawContribution } from './commands/record-contribution.ts'
import { getContribution } from './queries/contribution.ts'
import { listContributions, sumContributions } from './queries/contributions.ts'
import { downloadContributions } from './queries/workbook.ts'

/** Employers' contributions: the register of a month, what came in, what was passed on. */
export const contributionRoutes: readonly Route[] = [
  route('listContributions', operations.listContributions, 'union_funds.read', listContributions),
  route('sumContributions', operations.sumContributions, 'union_funds.read', sumContributions),
  downloadRoute(
    'downloadContributions',
    operations.downloadContributions,
    'union_funds.read',
    downloadContributions,
  ),
  route('getContribution', operations.getContribution, 'union_funds.read', getContribution),
  route('recordContribution', operations.recordContribution, 'funds.write', recordContribution),
  route('withdrawContribution', operations.withdrawContribution, 'funds.write', withdrawContribution),
  route(
    'recordContributionMovement',
    operations.recordContributionMovement,
    'funds.pay',
    recordContributionMovement,
  ),
  route(
    'reverseContributionMovement',
    operations.reverseContributionMovement,
    'funds.pay',
    reverseContributionMovement,
  ),
]
