import { operations } from '#contract/matchmaking-pairs.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { listOwnMatches } from './queries/own-matches.ts'

export const pairRoutes: readonly Route[] = [
  route('listOwnMatches', operations.listOwnMatches, 'own.read', listOwnMatches),
]
