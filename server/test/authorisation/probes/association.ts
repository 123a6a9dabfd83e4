import { get, post, type Probe } from '../probe.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const is = 'look after matchmaking'
const at = (organisationId: string) => `/matchmaking/associations/${organisationId}`

/** The matchmakers' association. Writes are aimed at what is over or out of order, so that a rule refuses them after the scope was judged. */
export const associationProbes: Record<string, Probe> = {
  getAssociation: { is, aimed: (place) => get(at(place.organisationId)) },
  openAssociationTerm: {
    is,
    aimed: (place) =>
      post(`${at(place.organisationId)}/terms`, {
        name: '第一届',
        startsOn: '2026-01-01',
        endsBefore: '2025-01-01',
      }),
  },
  takeAssociationSeat: {
    is,
    aimed: (place) =>
      post(`/matchmaking/association-terms/${place.termId}/seats`, {
        matchmakerId: place.matchmakerId,
        role: 'member',
        startsOn: '2021-01-01',
      }),
  },
  leaveAssociationSeat: {
    is,
    aimed: (place) => post(`/matchmaking/association-seats/${place.seatId}/ending`),
  },
  addPlanItem: {
    is,
    aimed: (place) =>
      post(`${at(place.organisationId)}/plan`, { year: 2026, title: '交流会', dueOn: '2025-01-01' }),
  },
  finishPlanItem: {
    is,
    aimed: (place) => post(`/matchmaking/plan-items/${place.planItemId}/completion`),
  },
  createMeeting: {
    is,
    aimed: (place) =>
      post(`${at(place.organisationId)}/meetings`, {
        kind: 'exchange',
        title: '沟通会',
        heldOn: '2001-01-01',
        place: '',
        agenda: '',
      }),
  },
  getMeeting: { is, aimed: (place) => get(`/matchmaking/meetings/${place.meetingId}`) },
  recordAttendance: {
    is,
    aimed: (place) =>
      post(`/matchmaking/meetings/${place.meetingId}/attendances`, {
        matchmakerId: place.matchmakerId,
        status: 'present',
      }),
  },
  showMeetingCase: {
    is,
    aimed: (place) => post(`/matchmaking/meetings/${place.meetingId}/showings`, { number: 999 }),
  },
  listDeskMeetings: { is: 'work at the matchmakers’ desk', plain: () => get('/matchmaking/desk/meetings') },
  putCaseOnScreen: {
    is: 'work at the matchmakers’ desk',
    plain: () => post(`/matchmaking/desk/meetings/${nobody}/cases`, { caseId: nobody }),
  },
  proposeAtMeeting: {
    is: 'work at the matchmakers’ desk',
    plain: () => post(`/matchmaking/desk/meetings/${nobody}/introductions`, { caseId: nobody, number: 1 }),
  },
  setMeetingAgreement: {
    is: 'mend one’s own data',
    plain: () => ({ method: 'PUT', path: '/me/matchmaker/meetings', body: { agreed: false } }),
  },
}
