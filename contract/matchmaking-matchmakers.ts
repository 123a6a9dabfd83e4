import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

/**
 * Where a matchmaker stands: `active`; `unsigned`: the confidentiality agreement is missing; `no_post`: the appointment has ended, and the
 * desk with it; `ended`.
 */
export const matchmakerStates = ['active', 'unsigned', 'no_post', 'ended'] as const
export const MatchmakerState = oneOf(matchmakerStates)
export type MatchmakerState = Static<typeof MatchmakerState>

const DistrictCodes = Type.Array(Type.String({ pattern: '^\\d{6}$' }), { maxItems: 40 })
const Caseload = Type.Integer({ minimum: 1, maximum: 500 })

/** A matchmaker in the federation's register. */
export const Matchmaker = Type.Object({
  id: Id,
  name: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  state: MatchmakerState,
  registeredOn: DateOnly,
  agreementNo: Nullable(Type.String()),
  agreementSignedOn: Nullable(DateOnly),
  training: Nullable(Type.String()),
  trainedOn: Nullable(DateOnly),
  districtCodes: Type.Array(Type.String()),
  caseloadLimit: Type.Integer(),
  openCases: Type.Integer(),
  overdueFollowUps: Type.Integer(),
  endedOn: Nullable(DateOnly),
  endReason: Nullable(Type.String()),
})
export type Matchmaker = Static<typeof Matchmaker>

/** An appointment to the post that has no entry in the register yet. */
export const MatchmakerCandidate = Type.Object({
  appointmentId: Id,
  name: Type.String(),
  organisationName: Type.String(),
})
export type MatchmakerCandidate = Static<typeof MatchmakerCandidate>

/** Somebody who wishes for a matchmaker: since when and where, not who. */
export const MatchmakerWish = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  districtCode: Nullable(Type.String()),
  wishedAt: Instant,
  formerMatchmaker: Nullable(Type.String()),
})
export type MatchmakerWish = Static<typeof MatchmakerWish>

const one = Type.Object({ matchmakerId: Id })
const Training = {
  training: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  trainedOn: Type.Optional(Nullable(DateOnly)),
}

/** The register of matchmakers. */
export const operations = {
  listMatchmakers: operation({
    method: 'GET',
    path: '/matchmaking/matchmakers',
    summary: 'Matchmakers within scope, those with most cases first',
    query: Type.Object({
      state: Type.Optional(MatchmakerState),
      organisationId: Type.Optional(Id),
      room: Type.Optional(Type.Boolean({ description: 'only those who can take another case' })),
      ...PageQuery,
    }),
    output: PageOf(Matchmaker),
  }),
  listMatchmakerCandidates: operation({
    method: 'GET',
    path: '/matchmaking/matchmaker-candidates',
    summary: 'Appointments to the post of matchmaker without an entry in the register',
    output: Type.Object({ items: Type.Array(MatchmakerCandidate) }),
  }),
  getMatchmaker: operation({
    method: 'GET',
    path: '/matchmaking/matchmakers/:matchmakerId',
    summary: 'One matchmaker',
    params: one,
    output: Matchmaker,
  }),
  registerMatchmaker: operation({
    method: 'POST',
    path: '/matchmaking/matchmakers',
    summary: 'Enter somebody appointed to the post into the register',
    body: Type.Object({
      appointmentId: Id,
      districtCodes: DistrictCodes,
      caseloadLimit: Caseload,
      ...Training,
    }),
    output: Type.Object({ matchmakerId: Id }),
    status: 201,
  }),
  updateMatchmaker: operation({
    method: 'PUT',
    path: '/matchmaking/matchmakers/:matchmakerId',
    summary: 'Districts, caseload and training of a matchmaker',
    params: one,
    body: Type.Object({ districtCodes: DistrictCodes, caseloadLimit: Caseload, ...Training }),
    output: Nothing,
  }),
  recordAgreement: operation({
    method: 'POST',
    path: '/matchmaking/matchmakers/:matchmakerId/agreement',
    summary: 'Record the signed confidentiality agreement: without it there is no desk',
    params: one,
    body: Type.Object({ agreementNo: Type.String({ minLength: 1, maxLength: 60 }), signedOn: DateOnly }),
    output: Nothing,
  }),
  endMatchmaker: operation({
    method: 'POST',
    path: '/matchmaking/matchmakers/:matchmakerId/ending',
    summary: 'End an entry; all open cases go to a successor, or back to the pool',
    params: one,
    body: Type.Object({
      reason: oneOf(['own_wish', 'moved', 'term_over', 'breach']),
      toMatchmakerId: Type.Optional(Id),
    }),
    output: Type.Object({ cases: Type.Integer() }),
  }),
  handOverCases: operation({
    method: 'POST',
    path: '/matchmaking/matchmakers/:matchmakerId/hand-over',
    summary: 'Hand all open cases and follow-ups over to another matchmaker',
    params: one,
    body: Type.Object({ toMatchmakerId: Id }),
    output: Type.Object({ cases: Type.Integer() }),
  }),
  listMatchmakerWishes: operation({
    method: 'GET',
    path: '/matchmaking/wishes',
    summary: 'Open wishes for a matchmaker within scope, the oldest first',
    output: Type.Object({ items: Type.Array(MatchmakerWish) }),
  }),
  assignMatchmaker: operation({
    method: 'POST',
    path: '/matchmaking/wishes/:wishId/matchmaker',
    summary: 'Give somebody who wishes for one a matchmaker',
    params: Type.Object({ wishId: Id }),
    body: Type.Object({ matchmakerId: Id }),
    output: Nothing,
  }),
}
