import { operations } from '#contract/activation.ts'
import { route, sessionRoute, withoutKeptAnswer, type Route } from '#server/platform/http/route.ts'
import { completeActivation } from './commands/complete-activation.ts'
import { confirmActivationCode } from './commands/confirm-code.ts'
import { confirmActivationSlip } from './commands/confirm-slip.ts'
import { inviteOfficer } from './commands/invite-officer.ts'
import { openInvitation } from './commands/open-invitation.ts'
import { openSlipRun } from './commands/open-slip-run.ts'
import { printActivationSlips } from './commands/print-slips.ts'
import { requestActivationCode } from './commands/request-code.ts'
import { revokeInvitation } from './commands/revoke-invitation.ts'
import { revokeActivationSlips } from './commands/revoke-slips.ts'
import { listActivationMembers } from './queries/members.ts'
import { listOfficerAccess } from './queries/officers.ts'
import { listSlipRuns } from './queries/slip-runs.ts'
import { activationWays } from './queries/ways.ts'

/** What strangers may ask: each opens its own transactions, in the tenant that its secret leads to. */
const publicRoutes: Route[] = [
  sessionRoute('getActivationWays', operations.getActivationWays, 'public', async (platform) => ({
    output: await activationWays(platform),
  })),
  sessionRoute(
    'requestActivationCode',
    operations.requestActivationCode,
    'public',
    async (platform, request) => ({
      output: await requestActivationCode(platform, request),
    }),
  ),
  sessionRoute(
    'confirmActivationCode',
    operations.confirmActivationCode,
    'public',
    async (platform, { input }) => ({
      output: await confirmActivationCode(platform, input),
    }),
  ),
  sessionRoute(
    'confirmActivationSlip',
    operations.confirmActivationSlip,
    'public',
    async (platform, request) => ({
      output: await confirmActivationSlip(platform, request),
    }),
  ),
  sessionRoute(
    'openInvitation',
    operations.openInvitation,
    'public',
    async (platform, { input, address }) => ({
      output: await openInvitation(platform, { ...input, address }),
    }),
  ),
  sessionRoute('completeActivation', operations.completeActivation, 'public', async (platform, request) => {
    const { me, token } = await completeActivation(platform, request)
    return token === null ? { output: { me } } : { output: { me }, sessionToken: token }
  }),
]

export const routes: Route[] = [
  ...publicRoutes,
  route(
    'listActivationMembers',
    operations.listActivationMembers,
    'accounts.activate',
    listActivationMembers,
  ),
  route('printActivationSlips', operations.printActivationSlips, 'accounts.activate', printActivationSlips),
  route('listSlipRuns', operations.listSlipRuns, 'accounts.activate', listSlipRuns),
  // What is told for printing is kept nowhere.
  withoutKeptAnswer(route('openSlipRun', operations.openSlipRun, 'accounts.activate', openSlipRun)),
  route(
    'revokeActivationSlips',
    operations.revokeActivationSlips,
    'accounts.activate',
    revokeActivationSlips,
  ),
  route('listOfficerAccess', operations.listOfficerAccess, 'accounts.invite', listOfficerAccess),
  withoutKeptAnswer(route('inviteOfficer', operations.inviteOfficer, 'accounts.invite', inviteOfficer)),
  route('revokeInvitation', operations.revokeInvitation, 'accounts.invite', revokeInvitation),
]
