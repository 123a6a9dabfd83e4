import { get, post, type Probe } from '../probe.ts'

/** Who sits where: every event of the test world is closed and has no seating, so nothing is planned. */
export const seatingProbes: Record<string, Probe> = {
  planRounds: { is: 'run events', aimed: (place) => post(`/events/${place.eventId}/rounds`) },
  listRounds: { is: 'run events', aimed: (place) => get(`/events/${place.eventId}/rounds`) },
  releaseRound: { is: 'run events', aimed: (place) => post(`/events/${place.eventId}/rounds/1/release`) },
  leaveSeating: {
    is: 'run events',
    aimed: (place) => post(`/events/${place.eventId}/leavings`, { badgeNo: 1 }),
  },
  returnToSeating: {
    is: 'run events',
    aimed: (place) => post(`/events/${place.eventId}/returns`, { badgeNo: 1 }),
  },
  listOwnRounds: { is: 'see one’s own file', plain: () => get('/me/events/none/rounds') },
  leaveOwnSeating: { is: 'mend one’s own data', plain: () => post('/me/events/none/leaving') },
}
