import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

/** Where a registration stands; `entered`: in a lottery that is not drawn yet. */
export const registrationStates = [
  'entered',
  'waiting',
  'offered',
  'admitted',
  'cancelled',
  'declined',
  'expired',
  'lapsed',
] as const
export const RegistrationStateName = oneOf(registrationStates)

/** A registration as its owner sees it. `token` stands for it in the published list of a draw. */
export const Registration = Type.Object({
  registrationId: Id,
  state: RegistrationStateName,
  waitingNo: Nullable(Type.Integer()),
  badgeNo: Nullable(Type.Integer()),
  offeredUntil: Nullable(Instant),
  token: Id,
})
export type Registration = Static<typeof Registration>

/** What keeps somebody from a place: so many places there are for such people, and so many are taken. */
export const Hindrance = Type.Object({
  what: oneOf(['total', 'sex', 'unit', 'age_band', 'first_timer', 'balance', 'reserved']),
  places: Type.Integer(),
  taken: Type.Integer(),
})
export type Hindrance = Static<typeof Hindrance>

const RegistrationStep = Type.Object({
  step: oneOf([...registrationStates, 'no_show', 'excused']),
  reason: Nullable(Type.String()),
  takenAt: Instant,
  byOfficer: Type.Boolean(),
})
export type RegistrationStep = Static<typeof RegistrationStep>

const event = Type.Object({ eventId: Id })
const one = Type.Object({ registrationId: Id })

/** The whole of how one stands with an event: what is full, what would have to happen, what was offered so far. */
export const OwnAdmission = Type.Object({
  eventId: Id,
  title: Type.String(),
  admission: oneOf(['first_come', 'lottery']),
  startsAt: Instant,
  registrationOpensAt: Instant,
  registrationClosesAt: Instant,
  cancelUntil: Instant,
  releaseAt: Nullable(Instant),
  offerMinutes: Nullable(Type.Integer()),
  capacity: Type.Integer(),
  taken: Type.Integer(),
  registration: Nullable(Registration),
  ahead: Type.Integer({ description: 'how many wait before one; of them all, not only those who compete' }),
  hindrances: Type.Array(Hindrance),
  refusal: Nullable(Type.String({ description: 'code of why one may not take part now' })),
  offersMade: Type.Integer(),
  lastOfferedNo: Nullable(Type.Integer({ description: 'the number the last offer went to' })),
  lostTurn: Type.Boolean({ description: 'one stayed away lately without a reason' }),
  steps: Type.Array(RegistrationStep),
  drawn: Type.Boolean(),
  seedHash: Nullable(Type.String()),
  validReasons: Type.Array(Type.String()),
  can: Type.Object({
    register: Type.Boolean(),
    cancel: Type.Boolean(),
    cancelFreely: Type.Boolean({ description: 'without losing one’s turn' }),
    answer: Type.Boolean(),
  }),
  whyNot: Nullable(Type.String({ description: 'code of why one cannot register now' })),
})
export type OwnAdmission = Static<typeof OwnAdmission>

const dimension = oneOf(['sex', 'unit', 'age_band', 'first_timer'])

/** At most so many of a group, or so many kept for it; `each` as the value of a unit: every single one. */
export const EventQuota = Type.Object({
  kind: oneOf(['cap', 'reserve']),
  dimension,
  value: Type.String({ minLength: 1, maxLength: 60 }),
  places: Type.Integer({ minimum: 0, maximum: 100_000 }),
})
export type EventQuota = Static<typeof EventQuota>

const EventBalance = Type.Object({
  male: Type.Integer({ minimum: 1, maximum: 100 }),
  female: Type.Integer({ minimum: 1, maximum: 100 }),
  tolerance: Type.Integer({ minimum: 0, maximum: 10_000 }),
})

const limits = {
  capacity: Type.Integer({ minimum: 1, maximum: 100_000 }),
  offerMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 10_080 })),
  quotas: Type.Array(EventQuota, { maxItems: 60 }),
  balance: Nullable(EventBalance),
  releaseAt: Nullable(Instant),
}

/** How many came forward, by where they stand. */
const BySex = Type.Object({ male: Type.Integer(), female: Type.Integer() })

/** The places of an event as its office sees them. */
export const Admission = Type.Object({
  eventId: Id,
  ...limits,
  admission: oneOf(['first_come', 'lottery']),
  phase: Type.String(),
  taken: Type.Integer(),
  counts: Type.Array(
    Type.Object({ dimension, value: Type.String(), name: Nullable(Type.String()), taken: Type.Integer() }),
  ),
  admitted: BySex,
  offered: BySex,
  waiting: BySex,
  entered: BySex,
  seedHash: Nullable(Type.String()),
  drawnAt: Nullable(Instant),
  ageBands: Type.Array(Type.String()),
  validReasons: Type.Array(Type.String()),
  can: Type.Object({ change: Type.Boolean(), run: Type.Boolean(), draw: Type.Boolean() }),
})
export type Admission = Static<typeof Admission>

/** A registration in the office's list; `hindrances` say why somebody who waits has no place at this moment. */
export const RegistrationRow = Type.Object({
  id: Id,
  name: Type.String(),
  unionName: Type.String(),
  sex: oneOf(['male', 'female']),
  ageBand: Type.String(),
  firstTimer: Type.Boolean(),
  lostTurn: Type.Boolean(),
  state: RegistrationStateName,
  waitingNo: Nullable(Type.Integer()),
  badgeNo: Nullable(Type.Integer()),
  offeredUntil: Nullable(Instant),
  registeredAt: Instant,
  lastStep: RegistrationStep,
  offersMade: Type.Integer(),
  hindrances: Type.Array(Hindrance),
  refusal: Nullable(Type.String()),
  noShow: Type.Boolean(),
  excused: Type.Boolean(),
})
export type RegistrationRow = Static<typeof RegistrationRow>

const registrationFilters = {
  state: Type.Optional(RegistrationStateName),
  sex: Type.Optional(oneOf(['male', 'female'])),
  noShow: Type.Optional(Type.Boolean()),
}

/** Everything a draw was decided by, so that anybody can do it again; see docs/decisions/021-admission.md for every byte. */
export const DrawProof = Type.Object({
  eventId: Id,
  seedHash: Type.String(),
  proof: Nullable(Type.String({ description: 'the file, once the draw was held' })),
})
export type DrawProof = Static<typeof DrawProof>

/** Places: registering, waiting, offers, the draw. */
export const operations = {
  registerForEvent: operation({
    method: 'POST',
    path: '/events/:eventId/registration',
    summary: 'Register oneself for an event; whoever gets no place gets a number at once',
    params: event,
    body: Type.Object({}),
    output: Registration,
  }),
  cancelRegistration: operation({
    method: 'POST',
    path: '/events/:eventId/registration/cancellation',
    summary: 'Give one’s place or number back; after the deadline a valid reason keeps one’s turn',
    params: event,
    body: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 40 })) }),
    output: Registration,
  }),
  answerOffer: operation({
    method: 'POST',
    path: '/events/:eventId/registration/answer',
    summary: 'Take the place one was offered, or leave it to the next',
    params: event,
    body: Type.Object({ answer: oneOf(['accepted', 'declined']) }),
    output: Registration,
  }),
  explainAdmission: operation({
    method: 'GET',
    path: '/events/:eventId/registration',
    summary: 'How one stands with an event, and why one has no place',
    params: event,
    output: OwnAdmission,
  }),
  getAdmission: operation({
    method: 'GET',
    path: '/events/:eventId/admission',
    summary: 'Places, limits and counts of an event',
    params: event,
    output: Admission,
  }),
  setAdmission: operation({
    method: 'PUT',
    path: '/events/:eventId/admission',
    summary: 'Set places, quotas, balance and release of an event; what becomes free is offered at once',
    params: event,
    body: Type.Object(limits),
    output: Admission,
  }),
  listRegistrations: operation({
    method: 'GET',
    path: '/events/:eventId/registrations',
    summary: 'Who registered, who waits and why, who was offered what',
    params: event,
    query: Type.Object({ ...registrationFilters, ...PageQuery }),
    output: PageOf(RegistrationRow),
  }),
  registerOnSite: operation({
    method: 'POST',
    path: '/events/:eventId/registrations',
    summary: 'Register somebody who came without registering, by the same rules',
    params: event,
    body: Type.Object({ personId: Id }),
    output: Registration,
    status: 201,
  }),
  withdrawRegistration: operation({
    method: 'POST',
    path: '/registrations/:registrationId/cancellation',
    summary: 'Take somebody off the list who said so by telephone',
    params: one,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 40 }) }),
    output: Registration,
  }),
  excuseAbsence: operation({
    method: 'POST',
    path: '/registrations/:registrationId/excuse',
    summary: 'Excuse somebody who stayed away or cancelled late: they keep their turn',
    params: one,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 40 }) }),
    output: Type.Object({}),
  }),
  drawLottery: operation({
    method: 'POST',
    path: '/events/:eventId/draw',
    summary: 'Hold the draw: decided by the seed that was fixed before anybody registered',
    params: event,
    body: Type.Object({}),
    output: Admission,
  }),
  getDrawProof: operation({
    method: 'GET',
    path: '/events/:eventId/draw',
    summary: 'The seed’s hash, and after the draw everything to replay it from',
    params: event,
    output: DrawProof,
  }),
}
