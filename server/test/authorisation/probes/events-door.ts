import { get, post, type Probe } from '../probe.ts'

/** The door: letting people in and the hall's screen. What is aimed is refused by a rule, or finds nobody of that number. */
export const doorProbes: Record<string, Probe> = {
  checkIn: {
    is: 'run events',
    aimed: (place) => post(`/events/${place.eventId}/check-ins`, { door: '东门' }),
  },
  letInWaiting: {
    is: 'run events',
    aimed: (place) => post(`/events/${place.eventId}/waiting-entries`, { door: '东门' }),
  },
  takeBackCheckIn: {
    is: 'run events',
    aimed: (place) => post(`/events/${place.eventId}/check-ins/1/correction`, { reason: '号牌输错' }),
  },
  openScanDevice: {
    is: 'run events',
    aimed: (place) => post(`/events/${place.eventId}/scan-devices`, { door: '东门' }),
  },
  listOfflineEntries: {
    is: 'run events',
    aimed: (place) => get(`/events/${place.eventId}/offline-entries`),
  },
  syncScans: { is: 'run events', plain: () => post('/events/none/scans') },
  listScans: { is: 'run events', aimed: (place) => get(`/events/${place.eventId}/scans`) },
  getHall: { is: 'run events', aimed: (place) => get(`/events/${place.eventId}/hall`) },
  // More places at once than an account may have streams: where it may be opened is tried beside the door.
  streamHall: { is: 'run events', plain: () => get('/events/none/hall/events?seconds=0') },
  printDoorList: {
    is: 'run events',
    aimed: (place) => post(`/events/${place.eventId}/door-list`, { purpose: '签到备用' }),
  },
  keyInDoorList: {
    is: 'run events',
    aimed: (place) => post(`/events/${place.eventId}/door-list/entries`, { door: '东门', badgeNos: '?' }),
  },
  getOwnEventPass: { is: 'see one’s own file', plain: () => get('/me/events/none/pass') },
}
