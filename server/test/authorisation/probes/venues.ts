import { newId } from '#server/platform/ids.ts'
import { get, post, type Probe } from '../probe.ts'

// It closes before it opens: refused once the scope has been judged.
const venue = {
  name: '职工之家',
  address: '测试路 1 号',
  areaSquareMetres: null,
  seats: null,
  position: null,
  sharedWithId: null,
  openWeekdays: [1],
  opensAt: '18:00',
  closesAt: '09:00',
  longestMinutes: 60,
  daysAhead: 30,
}

const nobody = '00000000-0000-4000-8000-000000000000'

/** Venues, their inspections and the times booked there. */
export const venueProbes: Record<string, Probe> = {
  listVenues: {
    is: 'see venues',
    lists: () => get('/venues?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((row) => row.organisationId),
  },
  getVenue: { is: 'see venues', aimed: (place) => get(`/venues/${place.venueId}`) },
  openVenueEvidence: {
    is: 'see venues',
    plain: () => get(`/venues/${newId()}/evidence/${newId()}`),
  },
  createVenue: {
    is: 'keep venues',
    aimed: (place) =>
      post('/venues', {
        organisationId: place.organisationId,
        kind: 'studio',
        openedOn: '2020-01-01',
        ...venue,
      }),
  },
  changeVenue: {
    is: 'keep venues',
    aimed: (place) => ({ method: 'PUT', path: `/venues/${place.venueId}`, body: { version: 1, ...venue } }),
  },
  closeVenue: {
    is: 'keep venues',
    aimed: (place) => post(`/venues/${place.venueId}/closing`, { closedOn: '2019-01-01' }),
  },
  createVenueInspection: {
    is: 'inspect venues',
    // No standard knows the item.
    aimed: (place) =>
      post(`/venues/${place.venueId}/inspections`, {
        inspectedOn: '2021-01-04',
        findings: [{ item: 'nothing', isMet: false }],
      }),
  },
  downloadVenueInspection: {
    is: 'see venues',
    plain: () => get(`/venues/${nobody}/inspections/${nobody}/report`),
  },
  grantVenueStars: {
    is: 'inspect venues',
    aimed: (place) =>
      post(`/venues/${place.venueId}/stars`, { stars: 3, document: '文件', expiresOn: '2020-01-01' }),
  },
  withdrawVenueStars: {
    is: 'inspect venues',
    aimed: (place) => post(`/venues/${place.venueId}/stars/withdrawal`, { reason: '测试用的理由' }),
  },
  listSharedVenues: { is: 'book venues', plain: () => get('/shared-venues') },
  bookVenue: {
    is: 'book venues',
    plain: () =>
      post(`/shared-venues/${newId()}/bookings`, {
        startsAt: '2021-01-04T02:00:00Z',
        endsAt: '2021-01-04T03:00:00Z',
        purpose: '学习',
        expectedPeople: 8,
      }),
  },
  cancelVenueBooking: {
    is: 'see to booked times',
    aimed: (place) => post(`/venue-bookings/${place.bookingId}/cancellation`),
  },
  checkInVenueBooking: {
    is: 'see to booked times',
    aimed: (place) => post(`/venue-bookings/${place.bookingId}/check-in`, { people: 8 }),
  },
}
