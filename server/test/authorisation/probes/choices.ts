import { get, post, type Probe } from '../probe.ts'

const sheet = { method: 'PUT', path: '/me/events/none/choices', body: { choices: [] } } as const

/** Choices and pairs: one's own sheet and matches, the numbers and the closing of an event. */
export const choiceProbes: Record<string, Probe> = {
  getOwnChoices: { is: 'see one’s own file', plain: () => get('/me/events/none/choices') },
  recordChoices: { is: 'mend one’s own data', plain: () => sheet },
  getChoiceCounts: { is: 'run events', plain: () => get('/events/none/choices') },
  closeChoices: { is: 'run events', plain: () => post('/events/none/choice-closing') },
  listOwnMatches: { is: 'see one’s own file', plain: () => get('/me/matches') },
}
