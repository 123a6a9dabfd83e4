import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

/** Who holds it: the federation, its body for women workers 女职工委员会, an industry union, or the union of a site 工地. */
export const hostKinds = ['federation', 'women_workers', 'industry', 'site'] as const
export const HostKind = oneOf(hostKinds)
export type HostKind = Static<typeof HostKind>
export const admissionModes = ['first_come', 'lottery'] as const
export const AdmissionMode = oneOf(admissionModes)
export const seatings = ['none', 'pairs', 'tables'] as const
export const Seating = oneOf(seatings)
export const eventStates = ['draft', 'review', 'published', 'closed', 'cancelled'] as const
export const EventState = oneOf(eventStates)
export type EventState = Static<typeof EventState>
/** What an event waits for: its state, and of a published one what its times say. */
export const eventPhases = [
  'draft',
  'review',
  'announced',
  'registration',
  'admission',
  'running',
  'over',
  'closed',
  'cancelled',
] as const
export const EventPhase = oneOf(eventPhases)
export type EventPhase = Static<typeof EventPhase>

const Title = Type.String({ minLength: 2, maxLength: 80 })
const Place = Type.String({ minLength: 1, maxLength: 120 })
export const EventReason = Type.String({ minLength: 4, maxLength: 300 })

/** A part of an event with its own times, such as 签到 or 自由交流. */
export const EventSession = Type.Object({ title: Title, startsAt: Instant, endsAt: Instant })
export type EventSession = Static<typeof EventSession>

/** What the office writes down of an event. Always free of charge: there is no fee (J3). */
export const eventFields = {
  title: Title,
  summary: Type.String({ minLength: 1, maxLength: 2000 }),
  hostKind: HostKind,
  venue: Place,
  address: Place,
  budgetLine: Nullable(Type.String({ maxLength: 120 })),
  startsAt: Instant,
  endsAt: Instant,
  registrationOpensAt: Instant,
  registrationClosesAt: Instant,
  cancelUntil: Instant,
  admission: AdmissionMode,
  capacity: Type.Integer({ minimum: 1, maximum: 100_000 }),
  offerMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 10_080 })),
  seating: Seating,
  rounds: Type.Integer({ minimum: 0, maximum: 60 }),
  roundMinutes: Type.Integer({ minimum: 0, maximum: 240 }),
  twoPart: Type.Boolean(),
}

const written = {
  ...eventFields,
  budgetLine: Type.Optional(eventFields.budgetLine),
  hostIds: Type.Optional(Type.Array(Id, { maxItems: 20, description: 'unions that host it together' })),
  sessions: Type.Optional(Type.Array(EventSession, { maxItems: 20 })),
  options: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { description: 'what only this kind of event has' }),
  ),
}

/** What is written down of an event. */
export const EventDraft = Type.Object(written)
export type EventDraft = Static<typeof EventDraft>

const Named = Type.Object({ organisationId: Id, name: Type.String() })

const row = {
  id: Id,
  kind: Type.String(),
  title: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  hostKind: HostKind,
  state: EventState,
  phase: EventPhase,
  startsAt: Instant,
  endsAt: Instant,
  registrationOpensAt: Instant,
  registrationClosesAt: Instant,
  venue: Type.String(),
  capacity: Type.Integer(),
  admission: AdmissionMode,
  seriesId: Nullable(Id),
  seriesName: Nullable(Type.String()),
  editionNo: Nullable(Type.Integer()),
}

/** An event in the officers' list. `places` are taken places, `cameTotal` people checked in. */
export const EventRow = Type.Object({ ...row, placesTaken: Type.Integer(), cameTotal: Type.Integer() })
export type EventRow = Static<typeof EventRow>

const EventStep = Type.Object({
  step: Type.String(),
  reason: Nullable(Type.String()),
  takenByPost: Nullable(Type.String()),
  takenByName: Nullable(Type.String()),
  organisationName: Nullable(Type.String()),
  takenAt: Instant,
  startsAt: Nullable(Instant),
  endsAt: Nullable(Instant),
})

const can = Type.Object({
  edit: Type.Boolean(),
  submit: Type.Boolean(),
  return: Type.Boolean(),
  publish: Type.Boolean(),
  postpone: Type.Boolean(),
  cancel: Type.Boolean(),
  close: Type.Boolean(),
  run: Type.Boolean(),
})

/** One event with everything the office knows of it. */
export const EventFile = Type.Object({
  ...EventRow.properties,
  ...eventFields,
  version: Type.Integer(),
  hosts: Type.Array(Named),
  sessions: Type.Array(EventSession),
  options: Nullable(Type.Record(Type.String(), Type.Unknown())),
  steps: Type.Array(EventStep),
  can,
})
export type EventFile = Static<typeof EventFile>

/** How a worker stands with an event; null without a registration. */
export const OwnRegistration = Type.Object({
  state: oneOf(['entered', 'waiting', 'offered', 'admitted', 'cancelled', 'declined', 'expired', 'lapsed']),
  waitingNo: Nullable(Type.Integer()),
  badgeNo: Nullable(Type.Integer()),
  checkedIn: Type.Boolean(),
})

/** A published event as a worker sees it in a list. */
export const OpenEventRow = Type.Object({ ...row, registration: Nullable(OwnRegistration) })
export type OpenEventRow = Static<typeof OpenEventRow>

/** A published event as a worker sees it. */
export const OpenEvent = Type.Object({
  ...OpenEventRow.properties,
  summary: Type.String(),
  address: Type.String(),
  cancelUntil: Instant,
  offerMinutes: Nullable(Type.Integer()),
  seating: Seating,
  rounds: Type.Integer(),
  twoPart: Type.Boolean(),
  hosts: Type.Array(Named),
  sessions: Type.Array(EventSession),
  options: Nullable(Type.Record(Type.String(), Type.Unknown())),
  changes: Type.Array(
    Type.Object({
      step: oneOf(['postponed', 'cancelled']),
      reason: Nullable(Type.String()),
      takenAt: Instant,
      startsAt: Nullable(Instant),
    }),
  ),
})
export type OpenEvent = Static<typeof OpenEvent>

const one = Type.Object({ eventId: Id })
const reasonOnly = Type.Object({ reason: EventReason })

/** The office: from the first draft to the last step, and what workers find. */
export const operations = {
  createEvent: operation({
    method: 'POST',
    path: '/events',
    summary: 'Draft an event',
    body: Type.Object({
      kind: Type.String({ maxLength: 40 }),
      organisationId: Id,
      seriesId: Type.Optional(Nullable(Id)),
      editionNo: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 999 }))),
      ...written,
    }),
    output: EventFile,
    status: 201,
  }),
  updateEvent: operation({
    method: 'PUT',
    path: '/events/:eventId',
    summary: 'Write a draft anew',
    params: one,
    body: Type.Object({ version: Type.Integer(), ...written }),
    output: EventFile,
  }),
  submitEvent: operation({
    method: 'POST',
    path: '/events/:eventId/submission',
    summary: 'Ask for a draft to be published: by the level that may',
    params: one,
    body: Type.Object({}),
    output: EventFile,
  }),
  returnEvent: operation({
    method: 'POST',
    path: '/events/:eventId/return',
    summary: 'Send a submitted draft back, with the reason',
    params: one,
    body: reasonOnly,
    output: EventFile,
  }),
  publishEvent: operation({
    method: 'POST',
    path: '/events/:eventId/publication',
    summary: 'Publish an event',
    params: one,
    body: Type.Object({}),
    output: EventFile,
  }),
  postponeEvent: operation({
    method: 'POST',
    path: '/events/:eventId/postponement',
    summary: 'Give a published event other times; registrations stay and everybody registered is told',
    params: one,
    body: Type.Object({
      startsAt: Instant,
      endsAt: Instant,
      registrationClosesAt: Instant,
      cancelUntil: Instant,
      reason: EventReason,
    }),
    output: EventFile,
  }),
  cancelEvent: operation({
    method: 'POST',
    path: '/events/:eventId/cancellation',
    summary: 'Cancel an event or drop a draft; everybody registered is told',
    params: one,
    body: reasonOnly,
    output: EventFile,
  }),
  closeEvent: operation({
    method: 'POST',
    path: '/events/:eventId/closing',
    summary: 'Close an event that is over',
    params: one,
    body: Type.Object({}),
    output: EventFile,
  }),
  // `/events` itself is the stream of server-sent events.
  listEvents: operation({
    method: 'GET',
    path: '/union-events',
    summary: 'Events within scope, also those hosted together',
    query: Type.Object({
      state: Type.Optional(EventState),
      phase: Type.Optional(EventPhase),
      kind: Type.Optional(Type.String({ maxLength: 40 })),
      hostKind: Type.Optional(HostKind),
      organisationId: Type.Optional(Id),
      seriesId: Type.Optional(Id),
      from: Type.Optional(Type.String({ format: 'date', description: 'first day they may begin' })),
      to: Type.Optional(Type.String({ format: 'date', description: 'last day they may begin' })),
      q: Type.Optional(Type.String({ maxLength: 80 })),
      sort: Type.Optional(oneOf(['startsAt', '-startsAt'])),
      ...PageQuery,
    }),
    output: PageOf(EventRow),
  }),
  getEvent: operation({
    method: 'GET',
    path: '/events/:eventId',
    summary: 'One event with everything the office knows of it',
    params: one,
    output: EventFile,
  }),
  listOpenEvents: operation({
    method: 'GET',
    path: '/me/events',
    summary: 'Events one can come to, is registered for, or that are over',
    query: Type.Object({ which: Type.Optional(oneOf(['open', 'own', 'past'])), ...PageQuery }),
    output: PageOf(OpenEventRow),
  }),
  getOpenEvent: operation({
    method: 'GET',
    path: '/me/events/:eventId',
    summary: 'One published event and how one stands with it',
    params: one,
    output: OpenEvent,
  }),
}
