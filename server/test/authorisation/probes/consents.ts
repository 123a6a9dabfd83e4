import { get, post, type Probe } from '../probe.ts'

const words = '测试用的说明'
const breach = { kinds: ['name'], cause: words, harm: words, remedy: words }
// A day that has not come is refused, once the scope has been judged.
const tooLate = '2099-01-01'

/** Notices, consents, impact assessments and breaches. */
export const consentProbes: Record<string, Probe> = {
  getOwnPrivacy: { is: 'see one’s own file', plain: () => get('/me/privacy') },
  acknowledgeNotice: {
    is: 'mend one’s own data',
    plain: () => post('/me/privacy/acknowledgement', { version: 999 }),
  },
  giveConsent: { is: 'mend one’s own data', plain: () => post('/me/consents') },
  withdrawConsent: { is: 'mend one’s own data', plain: () => post('/me/consents/withdrawal') },
  getPrivacyOverview: { is: 'look after privacy', plain: () => get('/privacy') },
  publishNotice: { is: 'look after privacy', plain: () => post('/privacy/notices') },
  getRetention: { is: 'look after privacy', plain: () => get('/privacy/retention') },
  listAssessments: {
    is: 'look after privacy',
    lists: () => get('/privacy/assessments?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  recordAssessment: {
    is: 'look after privacy',
    aimed: ({ organisationId }) =>
      post('/privacy/assessments', {
        organisationId,
        occasion: 'sharing',
        subject: words,
        necessity: words,
        risks: words,
        measures: words,
        conclusion: 'go',
        assessedOn: tooLate,
      }),
  },
  listBreaches: {
    is: 'look after privacy',
    lists: () => get('/privacy/breaches?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  recordBreach: {
    is: 'look after privacy',
    aimed: ({ organisationId }) =>
      post('/privacy/breaches', { organisationId, noticedAt: `${tooLate}T00:00:00Z`, ...breach }),
  },
  // The step was taken when the world was made: taking it again is refused.
  recordBreachStep: {
    is: 'look after privacy',
    aimed: (place) => post(`/privacy/breaches/${place.breachId}/steps`, { step: 'contained', note: words }),
  },
  listBreachPersons: {
    is: 'look after privacy',
    aimed: (place) => get(`/privacy/breaches/${place.breachId}/persons`),
  },
}
