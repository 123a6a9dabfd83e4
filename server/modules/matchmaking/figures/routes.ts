import { operations } from '#contract/matchmaking-figures.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { getMatchmakingFunnel } from './queries/funnel.ts'

/** What of the figures of matchmaking is more than a measure. */
export const figureRoutes: readonly Route[] = [
  route('getMatchmakingFunnel', operations.getMatchmakingFunnel, 'figures.read', getMatchmakingFunnel),
]
