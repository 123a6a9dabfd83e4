import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { InspectionRefusal } from './venues-inspections.ts'

/** Kinds of venues; each has a standard of its own (four lists of "six haves" exist, and seven for studios). */
export const venueKinds = ['two_new_venue', 'outdoor_station', 'expressway_station', 'studio'] as const
/** What coordinates are measured in: Chinese maps show GCJ-02. */
export const datums = ['GCJ-02', 'WGS-84', 'CGCS2000', 'BD-09'] as const
/**
 * Where a venue stands: `meets` all its standard asks; `expiring`, but evidence runs out within the days of the rule; `below`; `never` inspected.
 */
export const venueStates = ['meets', 'expiring', 'below', 'never'] as const

const Clock = Type.String({
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  description: 'HH:MM in Asia/Shanghai',
})

/** What is said of a venue by whoever keeps it. */
export const VenueInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 80 }),
  address: Type.String({ minLength: 1, maxLength: 200 }),
  areaSquareMetres: Nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
  seats: Nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
  position: Nullable(
    Type.Object({
      longitude: Type.Number({ minimum: 70, maximum: 140 }),
      latitude: Type.Number({ minimum: 0, maximum: 60 }),
      datum: Type.Enum([...datums]),
    }),
  ),
  sharedWithId: Nullable(
    Type.String({ ...Id, description: 'everybody this organisation leads may book; null: the keeper alone' }),
  ),
  openWeekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
    description: '1 is Monday',
  }),
  opensAt: Clock,
  closesAt: Clock,
  longestMinutes: Type.Integer({ minimum: 30, maximum: 720 }),
  daysAhead: Type.Integer({ minimum: 1, maximum: 180 }),
})
export type VenueInput = Static<typeof VenueInput>

const standing = {
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  kind: Type.Enum([...venueKinds]),
  name: Type.String(),
  address: Type.String(),
  state: Type.Enum([...venueStates]),
  met: Type.Integer({ description: 'items of the standard that are met with evidence today' }),
  needed: Type.Integer(),
  holdsUntil: Nullable(
    Type.String({ ...DateOnly, description: 'the last day all of it holds, if nobody looks again' }),
  ),
  revisitOn: Nullable(DateOnly),
  stars: Type.Integer({ description: '0: none, run out, or the standard is not met' }),
  uses: Type.Integer({ description: 'meetings held there in the days of the rule' }),
  closedOn: Nullable(DateOnly),
}

/** A venue in a list. */
export const VenueRow = Type.Object(standing)
export type VenueRow = Static<typeof VenueRow>

/** An item of the standard of today and what is known of it. */
export const VenueItem = Type.Object({
  code: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  months: Type.Integer({ description: 'for how long evidence usually holds' }),
  state: Type.Enum(['met', 'expired', 'not_met', 'not_seen']),
  inspectedOn: Nullable(DateOnly),
  validUntil: Nullable(DateOnly),
  note: Type.String(),
  evidenceId: Nullable(Type.String({ ...Id, description: 'what `openVenueEvidence` shows' })),
})
export type VenueItem = Static<typeof VenueItem>

/** One venue: what it is, how it stands item by item, who inspected it, its stars and its coming meetings. */
export const Venue = Type.Object({
  ...standing,
  ...VenueInput.properties,
  openedOn: DateOnly,
  version: Type.Integer(),
  standard: Type.Object({ version: Id, source: Type.String() }),
  items: Type.Array(VenueItem),
  inspections: Type.Array(
    Type.Object({
      id: Id,
      inspectedOn: DateOnly,
      inspectorName: Type.String(),
      met: Type.Integer(),
      note: Type.String(),
    }),
  ),
  starHistory: Type.Array(
    Type.Object({
      id: Id,
      stars: Type.Integer(),
      document: Type.String(),
      grantedOn: DateOnly,
      expiresOn: DateOnly,
      withdrawnOn: Nullable(DateOnly),
      withdrawnBecause: Nullable(Type.String()),
    }),
  ),
  can: Type.Object({ write: Type.Boolean(), inspect: InspectionRefusal }),
})
export type Venue = Static<typeof Venue>

/** A time at a venue that is taken. */
export const VenueBooking = Type.Object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  organisationName: Type.String(),
  purpose: Nullable(Type.String({ description: 'null: of others, who need not say what they meet for' })),
  expectedPeople: Nullable(Type.Integer()),
  people: Nullable(Type.Integer({ description: 'who came; null: not checked in' })),
  own: Type.Boolean(),
  can: Type.Object({ cancel: Type.Boolean(), checkIn: Type.Boolean() }),
})
export type VenueBooking = Static<typeof VenueBooking>

/** A venue one may book, and what is taken on one day. */
export const SharedVenue = Type.Object({
  id: Id,
  name: Type.String(),
  address: Type.String(),
  organisationName: Type.String(),
  seats: Nullable(Type.Integer()),
  opensAt: Clock,
  closesAt: Clock,
  openWeekdays: Type.Array(Type.Integer()),
  longestMinutes: Type.Integer(),
  daysAhead: Type.Integer(),
  day: DateOnly,
  isOpen: Type.Boolean(),
  bookings: Type.Array(VenueBooking),
  free: Type.Array(Type.Object({ from: Clock, until: Clock }), {
    description: 'what is left of the open hours, from now on and within the days one may book ahead',
  }),
})
export type SharedVenue = Static<typeof SharedVenue>

const venue = Type.Object({ venueId: Id })
const booking = Type.Object({ bookingId: Id })
const Done = Type.Object({ id: Id })

export const operations = {
  listVenues: operation({
    method: 'GET',
    path: '/venues',
    summary: 'Venues of one’s scope, those below their standard first',
    query: Type.Object({
      ...PageQuery,
      q: Type.Optional(Type.String({ maxLength: 60 })),
      kind: Type.Optional(Type.Enum([...venueKinds])),
      state: Type.Optional(Type.Enum([...venueStates])),
      unused: Type.Optional(
        Type.Boolean({ description: 'only those where nobody met in the days of the rule' }),
      ),
      revisit: Type.Optional(Type.Boolean({ description: 'only those to be looked at again by today' })),
    }),
    output: PageOf(VenueRow),
  }),
  getVenue: operation({
    method: 'GET',
    path: '/venues/:venueId',
    summary: 'One venue',
    params: venue,
    output: Venue,
  }),
  createVenue: operation({
    method: 'POST',
    path: '/venues',
    summary: 'Puts a venue into the register',
    body: Type.Object({
      organisationId: Id,
      kind: Type.Enum([...venueKinds]),
      openedOn: DateOnly,
      ...VenueInput.properties,
    }),
    output: Done,
    status: 201,
  }),
  changeVenue: operation({
    method: 'PUT',
    path: '/venues/:venueId',
    summary: 'Says anew what a venue is and who may book it; of two changes at once the second is told',
    params: venue,
    body: Type.Object({ ...VenueInput.properties, version: Type.Integer() }),
    output: Done,
  }),
  closeVenue: operation({
    method: 'POST',
    path: '/venues/:venueId/closing',
    summary: 'Closes a venue from a day on',
    params: venue,
    body: Type.Object({ closedOn: DateOnly }),
    output: Done,
  }),
  createVenueInspection: operation({
    method: 'POST',
    path: '/venues/:venueId/inspections',
    summary:
      'Keeps what an inspector found, with a picture of each item that is met; nobody inspects what they keep',
    params: venue,
    body: Type.Object({
      inspectedOn: DateOnly,
      revisitOn: Type.Optional(Nullable(DateOnly)),
      note: Type.Optional(Type.String({ maxLength: 1000 })),
      findings: Type.Array(
        Type.Object({
          item: Type.String({ maxLength: 40 }),
          isMet: Type.Boolean(),
          pictureId: Type.Optional(Nullable(Type.String({ ...Id, description: 'a picture sent in before' }))),
          validUntil: Type.Optional(Nullable(DateOnly)),
          note: Type.Optional(Type.String({ maxLength: 300 })),
        }),
        { minItems: 1, maxItems: 20 },
      ),
    }),
    output: Done,
    status: 201,
  }),
  openVenueEvidence: operation({
    method: 'GET',
    path: '/venues/:venueId/evidence/:evidenceId',
    summary: 'The picture of one finding',
    params: Type.Object({ venueId: Id, evidenceId: Id }),
    output: Type.String(),
    file: 'download',
  }),
  grantVenueStars: operation({
    method: 'POST',
    path: '/venues/:venueId/stars',
    summary: 'Gives a venue stars for a time',
    params: venue,
    body: Type.Object({
      stars: Type.Integer({ minimum: 1, maximum: 5 }),
      document: Type.String({ minLength: 1, maxLength: 120 }),
      expiresOn: DateOnly,
    }),
    output: Done,
    status: 201,
  }),
  withdrawVenueStars: operation({
    method: 'POST',
    path: '/venues/:venueId/stars/withdrawal',
    summary: 'Takes the stars back, with the reason',
    params: venue,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 200 }) }),
    output: Done,
  }),
  listSharedVenues: operation({
    method: 'GET',
    path: '/shared-venues',
    summary: 'Venues one may book, with what is taken on a day',
    query: Type.Object({ day: Type.Optional(DateOnly) }),
    output: Type.Object({ day: DateOnly, items: Type.Array(SharedVenue) }),
  }),
  bookVenue: operation({
    method: 'POST',
    path: '/shared-venues/:venueId/bookings',
    summary: 'Books a venue for a meeting of one’s own organisation',
    params: venue,
    body: Type.Object({
      startsAt: Instant,
      endsAt: Instant,
      purpose: Type.String({ minLength: 1, maxLength: 100 }),
      expectedPeople: Type.Integer({ minimum: 1, maximum: 100_000 }),
    }),
    output: Done,
    status: 201,
  }),
  cancelVenueBooking: operation({
    method: 'POST',
    path: '/venue-bookings/:bookingId/cancellation',
    summary: 'Gives a booked time back, before it begins',
    params: booking,
    body: Type.Object({}),
    output: Done,
  }),
  checkInVenueBooking: operation({
    method: 'POST',
    path: '/venue-bookings/:bookingId/check-in',
    summary:
      'Says that the meeting took place and how many came, from its beginning to the end of the next day',
    params: booking,
    body: Type.Object({ people: Type.Integer({ minimum: 1, maximum: 100_000 }) }),
    output: Done,
  }),
}
