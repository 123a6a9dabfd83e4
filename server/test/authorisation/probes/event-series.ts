import { get, post, type Probe } from '../probe.ts'

const organisationIdsOf = (body: { items: { organisationId: string }[] }) =>
  body.items.map((each) => each.organisationId)

/** Series, joint hosts and calendars: every series of the test world has ended, every invitation is answered, every event closed. */
export const eventSeriesProbes: Record<string, Probe> = {
  listEventSeries: { is: 'see events', lists: () => get('/event-series?limit=200'), organisationIdsOf },
  getEventSeries: { is: 'see events', aimed: (place) => get(`/event-series/${place.seriesId}`) },
  createEventSeries: {
    is: 'draft events',
    aimed: (place) =>
      post('/event-series', {
        organisationId: place.organisationId,
        kind: 'editions',
        name: '测试系列',
        repeatWeek: 1,
        repeatWeekday: 1,
        startsOn: '2026-01-01',
      }),
  },
  updateEventSeries: {
    is: 'draft events',
    aimed: (place) => post(`/event-series/${place.seriesId}/changes`, { name: '测试系列', endsBefore: null }),
  },
  draftEditions: {
    is: 'draft events',
    aimed: (place) => post(`/event-series/${place.seriesId}/drafts`, { months: 1 }),
  },
  listPartnerUnions: {
    is: 'draft events',
    aimed: (place) => get(`/events/${place.eventId}/partner-unions?ageFrom=22&ageTo=40`),
  },
  inviteHost: {
    is: 'draft events',
    aimed: (place, home) =>
      post(`/events/${place.eventId}/host-invitations`, { organisationId: home.organisationId }),
  },
  listHostInvitations: {
    is: 'draft events',
    lists: () => get('/event-host-invitations?limit=200'),
    organisationIdsOf,
  },
  answerHostInvitation: {
    is: 'draft events',
    aimed: (place) =>
      post(`/event-host-invitations/${place.hostInvitationId}/answer`, { answer: 'declined' }),
  },
  downloadEventCalendar: { is: 'see one’s own file', plain: () => get('/me/events/none/calendar') },
  downloadOwnCalendar: { is: 'see one’s own file', plain: () => get('/me/events-calendar') },
  listCalendarDays: {
    is: 'see one’s own file',
    plain: () => get('/calendar-days?from=2026-01-01&to=2026-12-31'),
  },
}
