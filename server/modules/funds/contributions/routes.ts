import { operations } from '#contract/funds-contributions.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { recordContributionMovement, reverseContributionMovement } from './commands/move-contribution.ts'
import { recordContribution, withdrawContribution } from './commands/record-contribution.ts'
import { getContribution, listContributions } from './queries/contributions.ts'

/** Employers' contributions: the register of a month, what came in, what was passed on. */
export const contributionRoutes: readonly Route[] = [
  route('listContributions', operations.listContributions, 'union_funds.read', listContributions),
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
