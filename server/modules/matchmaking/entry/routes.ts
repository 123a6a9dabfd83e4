import { operations } from '#contract/matchmaking-entry.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { askAttestation } from './commands/ask-attestation.ts'
import { attestEligibility } from './commands/attest-eligibility.ts'
import { declareSingle } from './commands/declare-single.ts'
import { pauseProfile, resumeProfile, withdrawFromMatchmaking } from './commands/leave.ts'
import { createProfile, updateProfile } from './commands/write-profile.ts'
import { listAttestations } from './queries/attestations.ts'
import { getOwnMatchmaking } from './queries/own-matchmaking.ts'
import { getOwnProfile } from './queries/own-profile.ts'
import { listOwnProfileViews } from './queries/own-views.ts'
import { downloadOwnPhoto, downloadSharedPhoto } from './queries/photos.ts'

export const entryRoutes: Route[] = [
  route('getOwnMatchmaking', operations.getOwnMatchmaking, 'own.read', getOwnMatchmaking),
  route('declareSingle', operations.declareSingle, 'own.write', declareSingle),
  route('askAttestation', operations.askAttestation, 'own.write', askAttestation),
  route('createProfile', operations.createProfile, 'own.write', createProfile),
  route('getOwnProfile', operations.getOwnProfile, 'own.read', getOwnProfile),
  route('updateProfile', operations.updateProfile, 'own.write', updateProfile),
  route('pauseProfile', operations.pauseProfile, 'own.write', pauseProfile),
  route('resumeProfile', operations.resumeProfile, 'own.write', resumeProfile),
  route('withdrawFromMatchmaking', operations.withdrawFromMatchmaking, 'own.write', withdrawFromMatchmaking),
  route('listOwnProfileViews', operations.listOwnProfileViews, 'own.read', listOwnProfileViews),
  downloadRoute('downloadOwnPhoto', operations.downloadOwnPhoto, 'own.read', downloadOwnPhoto),
  downloadRoute('downloadSharedPhoto', operations.downloadSharedPhoto, 'own.read', downloadSharedPhoto),
  route('listAttestations', operations.listAttestations, 'matchmaking.attest', listAttestations),
  route('attestEligibility', operations.attestEligibility, 'matchmaking.attest', attestEligibility),
]
