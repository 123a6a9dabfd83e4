import { get, post, type Probe } from '../probe.ts'

/** Places of events. The events of the test world are closed: whoever may is refused by that. */
export const admissionProbes: Record<string, Probe> = {
  registerForEvent: { is: 'mend one’s own data', plain: () => post('/events/none/registration') },
  cancelRegistration: {
    is: 'mend one’s own data',
    plain: () => post('/events/none/registration/cancellation'),
  },
  answerOffer: { is: 'mend one’s own data', plain: () => post('/events/none/registration/answer') },
  explainAdmission: { is: 'see one’s own file', plain: () => get('/events/none/registration') },
  getAdmission: { is: 'see events', aimed: (place) => get(`/events/${place.eventId}/admission`) },
  setAdmission: {
    is: 'draft events',
    aimed: (place) => ({
      method: 'PUT',
      path: `/events/${place.eventId}/admission`,
      body: { capacity: 12, offerMinutes: null, quotas: [], balance: null, releaseAt: null },
    }),
  },
  listRegistrations: { is: 'run events', aimed: (place) => get(`/events/${place.eventId}/registrations`) },
  registerOnSite: {
    is: 'run events',
    aimed: (place) => post(`/events/${place.eventId}/registrations`, { personId: place.memberId }),
  },
  withdrawRegistration: {
    is: 'run events',
    aimed: (place) => post(`/registrations/${place.registrationId}/cancellation`, { reason: 'illness' }),
  },
  excuseAbsence: {
    is: 'run events',
    aimed: (place) => post(`/registrations/${place.registrationId}/excuse`, { reason: 'illness' }),
  },
  drawLottery: { is: 'run events', aimed: (place) => post(`/events/${place.eventId}/draw`) },
  getDrawProof: { is: 'see one’s own file', plain: () => get('/events/none/draw') },
}
