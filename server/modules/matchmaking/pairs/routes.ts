import { operations } from '#contract/matchmaking-pairs.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { confirmCouple } from './commands/confirm-couple.ts'
import { recordOutcome } from './commands/record-outcome.ts'
import { releaseContact } from './commands/release-contact.ts'
import { listOwnMatches } from './queries/own-matches.ts'

export const pairRoutes: readonly Route[] = [
  route('listOwnMatches', operations.listOwnMatches, 'own.read', listOwnMatches),
  route('releaseContact', operations.releaseContact, 'own.write', releaseContact),
  route('confirmCouple', operations.confirmCouple, 'own.write', confirmCouple),
  route('recordOutcome', operations.recordOutcome, 'own.write', recordOutcome),
]
