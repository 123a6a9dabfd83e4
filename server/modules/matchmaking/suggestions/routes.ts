import { operations } from '#contract/matchmaking-suggestions.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { listSuggestions } from './queries/suggestions.ts'
import { listSuggestionWeeks } from './queries/weeks.ts'

export const suggestionRoutes: readonly Route[] = [
  route('listSuggestions', operations.listSuggestions, 'own.read', listSuggestions),
  route('listSuggestionWeeks', operations.listSuggestionWeeks, 'matchmaking.manage', listSuggestionWeeks),
]
