import { get, post, type Probe } from '../probe.ts'
import type { Place } from '../world.ts'

const of = (place: Place, rest: string) => `/appointments/${place.appointmentId}${rest}`
// Appointments that stand at the places of the test world ended long ago: whatever would change them is refused, once the scope has been judged.
const tooEarly = '2000-01-01'
const tooLate = '2099-01-01'

/** Appointments, delegations, tokens, and why somebody may do something. */
export const powerProbes: Record<string, Probe> = {
  explainAccess: {
    is: 'ask why one can or cannot',
    plain: () => get('/access/explanation?permission=people.read'),
  },
  explainAccessOf: {
    is: 'ask why another can or cannot',
    aimed: (place) =>
      post(`/access/appointments/${place.appointmentId}/explanation`, { permission: 'people.read' }),
  },
  listOwnPowers: { is: 'know who one is', plain: () => get('/me/powers') },
  listPostPowers: { is: 'know who one is', plain: () => get('/access/posts') },
  listOwnDelegations: { is: 'know who one is', plain: () => get('/me/delegations') },
  listDelegations: { is: 'see all delegations', plain: () => get('/delegations') },
  createDelegation: {
    is: 'pass powers on',
    aimed: (place) =>
      post('/delegations', {
        receiverId: place.appointmentId,
        permissions: ['people.read'],
        organisationId: place.organisationId,
        reach: 'unit',
        reason: '外出期间',
        startsOn: tooEarly,
        endsBefore: '2000-02-01',
      }),
  },
  endDelegation: {
    is: 'take one’s own delegation back',
    aimed: (place) => post(`/delegations/${place.delegationId}/ending`, { reason: '提前返岗' }),
  },
  createToken: { is: 'know who one is', plain: () => post('/me/tokens', {}) },
  listTokens: { is: 'know who one is', plain: () => get('/me/tokens') },
  revokeToken: { is: 'know who one is', plain: () => post('/me/tokens/none/ending') },
  listAppointments: {
    is: 'see appointments',
    lists: () => get('/appointments?state=ended&limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  getAppointment: { is: 'see appointments', aimed: (place) => get(of(place, '')) },
  listAppointablePosts: { is: 'decide on appointments', plain: () => get('/appointable-posts') },
  listAppointmentCandidates: {
    is: 'decide on appointments',
    plain: () => get('/appointment-candidates?q=none'),
  },
  createAppointment: {
    is: 'decide on appointments',
    aimed: (place) =>
      post('/appointments', {
        personId: place.memberId,
        post: 'no_such_post',
        organisationId: place.organisationId,
        fullTime: true,
        basis: 'document',
        documentNo: '测试〔2000〕1号',
        startsOn: tooEarly,
      }),
  },
  endAppointment: {
    is: 'decide on appointments',
    aimed: (place) => post(of(place, '/ending'), { endsBefore: tooLate, reason: 'resigned' }),
  },
  previewHandOver: {
    is: 'decide on appointments',
    aimed: (place) => get(of(place, `/hand-over?toAppointmentId=${place.appointmentId}`)),
  },
  handOver: {
    is: 'decide on appointments',
    aimed: (place) => post(of(place, '/hand-over'), { toAppointmentId: place.appointmentId }),
  },
  undoHandOver: { is: 'decide on appointments', plain: () => post('/hand-overs/none/undoing') },
  appointSubstitute: {
    is: 'decide on appointments',
    aimed: (place) =>
      post(of(place, '/substitutes'), {
        personId: place.memberId,
        documentNo: '测试〔2000〕2号',
        startsOn: '2098-12-01',
        endsBefore: tooLate,
      }),
  },
}
