import { get, type Probe } from '../probe.ts'

/** Weekly suggestions: one's own, and how evenly people are shown. */
export const suggestionProbes: Record<string, Probe> = {
  listSuggestions: { is: 'see one’s own file', plain: () => get('/me/suggestions') },
  listSuggestionWeeks: {
    is: 'look after matchmaking',
    plain: () => get('/matchmaking/suggestion-weeks'),
  },
}
