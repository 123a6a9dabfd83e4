import { operations } from '#contract/honours-public.ts'
import { cacheSeconds, inFederation } from '#server/modules/public-pages/index.ts'
import { downloadRoute, route, sessionRoute, type Route } from '#server/platform/http/route.ts'
import { releaseHonour, withdrawHonourRelease } from '../commands/release-honour.ts'
import {
  downloadHonourCertificate,
  downloadOwnHonourCertificate,
  listOwnHonours,
} from '../own/own-honours.ts'
import { publicHonour } from './public-honours.ts'

/** Honours for everybody, and one's own with their certificates. */
export const publicHonourRoutes: readonly Route[] = [
  route('releaseHonour', operations.releaseHonour, 'honours.confer', releaseHonour),
  route('withdrawHonourRelease', operations.withdrawHonourRelease, 'honours.confer', withdrawHonourRelease),
  route('listOwnHonours', operations.listOwnHonours, 'own.read', listOwnHonours),
  downloadRoute(
    'downloadOwnHonourCertificate',
    operations.downloadOwnHonourCertificate,
    'own.read',
    downloadOwnHonourCertificate,
  ),
  downloadRoute(
    'downloadHonourCertificate',
    operations.downloadHonourCertificate,
    'honours.read',
    downloadHonourCertificate,
  ),
  sessionRoute(
    'getPublicHonour',
    operations.getPublicHonour,
    'public',
    async (platform, { input: { federationCode, publicId } }) => ({
      output: await inFederation(platform, federationCode, (tx) => publicHonour(tx, publicId)),
      cacheSeconds,
    }),
  ),
]
