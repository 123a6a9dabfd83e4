import { operations } from '#contract/access.ts'
import { route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { createDelegation } from './commands/create-delegation.ts'
import { createToken } from './commands/create-token.ts'
import { endDelegation } from './commands/end-delegation.ts'
import { revokeToken } from './commands/revoke-token.ts'
import { listDelegations, listOwnDelegations } from './queries/delegations.ts'
import { explainAccess, explainAccessOf } from './queries/explanation.ts'
import { listOwnPowers } from './queries/own-powers.ts'
import { listPostPowers } from './queries/post-powers.ts'
import { listTokens } from './queries/tokens.ts'

export const access: AppModule = {
  name: 'access',
  routes: [
    route('explainAccess', operations.explainAccess, 'signed_in', explainAccess),
    route('explainAccessOf', operations.explainAccessOf, 'grants.manage', explainAccessOf),
    route('listOwnPowers', operations.listOwnPowers, 'signed_in', listOwnPowers),
    route('listPostPowers', operations.listPostPowers, 'signed_in', listPostPowers),
    route('listOwnDelegations', operations.listOwnDelegations, 'signed_in', listOwnDelegations),
    route('listDelegations', operations.listDelegations, 'grants.manage', listDelegations),
    route('createDelegation', operations.createDelegation, 'delegations.write', createDelegation),
    route('endDelegation', operations.endDelegation, 'signed_in', endDelegation),
    route('createToken', operations.createToken, 'signed_in', createToken),
    route('listTokens', operations.listTokens, 'signed_in', listTokens),
    route('revokeToken', operations.revokeToken, 'signed_in', revokeToken),
  ],
}
