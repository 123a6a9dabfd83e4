import { get, post, type Probe } from '../probe.ts'

const draft = {
  title: '测试活动',
  summary: '测试',
  hostKind: 'federation',
  venue: '工人文化宫',
  address: '测试路 1 号',
  // It ends before it begins: refused once the scope has been judged.
  startsAt: '2026-01-02T10:00:00+08:00',
  endsAt: '2026-01-02T09:00:00+08:00',
  registrationOpensAt: '2026-01-01T09:00:00+08:00',
  registrationClosesAt: '2026-01-01T18:00:00+08:00',
  cancelUntil: '2026-01-01T18:00:00+08:00',
  admission: 'first_come',
  capacity: 10,
  offerMinutes: null,
  seating: 'none',
  rounds: 0,
  roundMinutes: 0,
  twoPart: false,
}
const { startsAt, endsAt, registrationClosesAt, cancelUntil } = draft
const reason = '测试用的理由'

/** The office of events: every event of the test world is closed, so nothing is done to it. */
export const eventProbes: Record<string, Probe> = {
  createEvent: {
    is: 'draft events',
    aimed: (place) => post('/events', { kind: 'social', organisationId: place.organisationId, ...draft }),
  },
  updateEvent: {
    is: 'draft events',
    aimed: (place) => ({
      method: 'PUT',
      path: `/events/${place.eventId}`,
      body: { version: 1, ...draft },
    }),
  },
  submitEvent: { is: 'draft events', aimed: (place) => post(`/events/${place.eventId}/submission`) },
  returnEvent: {
    is: 'publish events',
    aimed: (place) => post(`/events/${place.eventId}/return`, { reason }),
  },
  publishEvent: { is: 'publish events', aimed: (place) => post(`/events/${place.eventId}/publication`) },
  postponeEvent: {
    is: 'draft events',
    aimed: (place) =>
      post(`/events/${place.eventId}/postponement`, {
        startsAt,
        endsAt,
        registrationClosesAt,
        cancelUntil,
        reason,
      }),
  },
  cancelEvent: {
    is: 'draft events',
    aimed: (place) => post(`/events/${place.eventId}/cancellation`, { reason }),
  },
  closeEvent: { is: 'draft events', aimed: (place) => post(`/events/${place.eventId}/closing`) },
  listEvents: {
    is: 'see events',
    lists: () => get('/union-events?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  getEvent: { is: 'see events', aimed: (place) => get(`/events/${place.eventId}`) },
  listOpenEvents: { is: 'see one’s own file', plain: () => get('/me/events') },
  getOpenEvent: { is: 'see one’s own file', plain: () => get('/me/events/none') },
}
