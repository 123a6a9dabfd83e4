import { get, post, type Probe } from '../probe.ts'

const fields = { districtCodes: [], caseloadLimit: 10 }
const nobody = '00000000-0000-4000-8000-000000000000'

/** The register of matchmakers, their desk, and what workers see of it. */
export const deskProbes: Record<string, Probe> = {
  listMatchmakers: {
    is: 'look after matchmaking',
    lists: () => get('/matchmaking/matchmakers?state=ended&limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  listMatchmakerCandidates: {
    is: 'look after matchmaking',
    plain: () => get('/matchmaking/matchmaker-candidates'),
  },
  getMatchmaker: {
    is: 'look after matchmaking',
    aimed: (place) => get(`/matchmaking/matchmakers/${place.matchmakerId}`),
  },
  // The appointment ended long ago: it is refused, or is not a matchmaker's.
  registerMatchmaker: {
    is: 'look after matchmaking',
    aimed: (place) => post('/matchmaking/matchmakers', { appointmentId: place.appointmentId, ...fields }),
  },
  updateMatchmaker: {
    is: 'look after matchmaking',
    aimed: (place) => ({
      method: 'PUT',
      path: `/matchmaking/matchmakers/${place.matchmakerId}`,
      body: fields,
    }),
  },
  recordAgreement: {
    is: 'look after matchmaking',
    aimed: (place) =>
      post(`/matchmaking/matchmakers/${place.matchmakerId}/agreement`, {
        agreementNo: '1',
        signedOn: '2021-01-01',
      }),
  },
  endMatchmaker: {
    is: 'look after matchmaking',
    aimed: (place) => post(`/matchmaking/matchmakers/${place.matchmakerId}/ending`, { reason: 'moved' }),
  },
  handOverCases: {
    is: 'look after matchmaking',
    aimed: (place) =>
      post(`/matchmaking/matchmakers/${place.matchmakerId}/hand-over`, { toMatchmakerId: nobody }),
  },
  listMatchmakerWishes: {
    is: 'look after matchmaking',
    lists: () => get('/matchmaking/wishes'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  // The matchmaker chosen is one of the same place who has left.
  assignMatchmaker: {
    is: 'look after matchmaking',
    aimed: (place) =>
      post(`/matchmaking/wishes/${place.wishId}/matchmaker`, { matchmakerId: place.matchmakerId }),
  },
  listDistricts: { is: 'know who one is', plain: () => get('/matchmaking/districts') },
  getDesk: { is: 'work at the matchmakers’ desk', plain: () => get('/matchmaking/desk') },
  listPool: { is: 'work at the matchmakers’ desk', plain: () => get('/matchmaking/pool') },
  openPoolProfile: { is: 'work at the matchmakers’ desk', plain: () => post('/matchmaking/pool/openings') },
  listCases: { is: 'work at the matchmakers’ desk', plain: () => get('/matchmaking/cases') },
  takeCase: { is: 'work at the matchmakers’ desk', plain: () => post('/matchmaking/cases') },
  getCase: { is: 'work at the matchmakers’ desk', plain: () => get(`/matchmaking/cases/${nobody}`) },
  releaseCase: {
    is: 'work at the matchmakers’ desk',
    plain: () => post(`/matchmaking/cases/${nobody}/ending`),
  },
  writeDeskNote: {
    is: 'work at the matchmakers’ desk',
    plain: () => post(`/matchmaking/cases/${nobody}/notes`, { text: '-' }),
  },
  listCasePartners: {
    is: 'work at the matchmakers’ desk',
    plain: () => get(`/matchmaking/cases/${nobody}/partners`),
  },
  proposeIntroduction: {
    is: 'work at the matchmakers’ desk',
    plain: () => post('/matchmaking/introductions'),
  },
  listFollowUps: { is: 'work at the matchmakers’ desk', plain: () => get('/matchmaking/follow-ups') },
  noteFollowUp: {
    is: 'work at the matchmakers’ desk',
    plain: () => post(`/matchmaking/follow-ups/${nobody}/outcome`, { outcome: null }),
  },
  listOwnIntroductions: { is: 'see one’s own file', plain: () => get('/me/introductions') },
  answerIntroduction: {
    is: 'mend one’s own data',
    plain: () => post(`/me/introductions/${nobody}/answer`, { answer: 'no' }),
  },
  getOwnMatchmaker: { is: 'see one’s own file', plain: () => get('/me/matchmaker') },
  wishForMatchmaker: { is: 'mend one’s own data', plain: () => post('/me/matchmaker/wish') },
  takeBackWish: { is: 'mend one’s own data', plain: () => post('/me/matchmaker/wish/ending') },
  listOwnFollowUps: { is: 'see one’s own file', plain: () => get('/me/follow-ups') },
  answerFollowUp: {
    is: 'mend one’s own data',
    plain: () => post(`/me/follow-ups/${nobody}/answer`, { answer: 'no_answer' }),
  },
}
