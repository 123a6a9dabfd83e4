import { operations } from '#contract/honours.ts'
import { inFederation } from '#server/modules/public-pages/index.ts'
import { route, sessionRoute } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { conferHonour } from './commands/confer-honour.ts'
import { revokeHonour } from './commands/revoke-honour.ts'
import { measures } from './measures.ts'
import { honourOwnData } from './own-data.ts'
import { publicHonours } from './public/public-honours.ts'
import { publicHonourRoutes } from './public/routes.ts'
import { listHonours, listHonourTitles } from './queries/list-honours.ts'
import { verifyHonour } from './queries/verify-honour.ts'

/** The register of honours of people and organisations, and the proof of their certificates. */
export const honours: AppModule = {
  name: 'honours',
  routes: [
    ...publicHonourRoutes,
    route('listHonourTitles', operations.listHonourTitles, 'honours.read', listHonourTitles),
    route('listHonours', operations.listHonours, 'honours.read', listHonours),
    route('conferHonour', operations.conferHonour, 'honours.confer', conferHonour),
    route('revokeHonour', operations.revokeHonour, 'honours.confer', revokeHonour),
    sessionRoute(
      'verifyHonour',
      operations.verifyHonour,
      'public',
      async (platform, { input: { federationCode, code } }) => ({
        output: await inFederation(platform, federationCode, (tx, { name }) =>
          verifyHonour(tx, { code, federationName: name }),
        ),
      }),
    ),
  ],
  measures,
  publicParts: [publicHonours],
  ownData: [honourOwnData],
}
