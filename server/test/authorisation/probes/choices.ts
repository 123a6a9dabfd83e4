import { get, post, type Probe } from '../probe.ts'

const sheet = { method: 'PUT', path: '/me/events/none/choices', body: { choices: [] } } as const

/** Choices and pairs: one's own sheet and matches, the numbers and the closing of an event. */
export const choiceProbes: Record<string, Probe> = {
  getOwnChoices: { is: 'see one’s own file', plain: () => get('/me/events/none/choices') },
  recordChoices: { is: 'mend one’s own data', plain: () => sheet },
  getChoiceCounts: { is: 'run events', aimed: (place) => get(`/events/${place.eventId}/choices`) },
  // The event is over and closed: closing its choices changes nothing that others look at.
  closeChoices: { is: 'run events', aimed: (place) => post(`/events/${place.eventId}/choice-closing`) },
  listPaperCards: {
    is: 'key in paper choices',
    aimed: (place) => get(`/events/${place.eventId}/paper-cards`),
  },
  keyPaperCard: {
    is: 'key in paper choices',
    aimed: (place) => ({
      method: 'PUT',
      path: `/events/${place.eventId}/paper-cards/1`,
      body: { choices: [] },
    }),
  },
  openPaperCard: {
    is: 'key in paper choices',
    aimed: (place) => post(`/events/${place.eventId}/paper-cards/1/opening`),
  },
  settlePaperCard: {
    is: 'key in paper choices',
    aimed: (place) => post(`/events/${place.eventId}/paper-cards/1/settlement`, { choices: [] }),
  },
  listOwnMatches: { is: 'see one’s own file', plain: () => get('/me/matches') },
  releaseContact: {
    is: 'mend one’s own data',
    plain: () => ({ method: 'PUT', path: '/me/matches/none/contacts', body: { fields: [], wechat: null } }),
  },
  confirmCouple: { is: 'mend one’s own data', plain: () => post('/me/matches/none/couple') },
  recordOutcome: { is: 'mend one’s own data', plain: () => post('/me/matches/none/outcomes') },
}
