import { Type, type Static } from 'typebox'
import { CandidacyDeclaration, CandidacyObstacle } from './candidacy.ts'
import { CommissionerKind } from './commissioners.ts'
import { DateOnly, Id, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { DocumentNo, NamedOrganisation } from './organisation-shapes.ts'

/** A post of a commissioner as the register lists it. */
export const CommissionerPost = Type.Object({
  id: Id,
  name: Type.String(),
  kind: CommissionerKind,
  organisation: NamedOrganisation,
  street: Nullable(Type.String()),
  basis: Type.String(),
  documentNo: Nullable(Type.String()),
  startsOn: DateOnly,
  endsBefore: Nullable(DateOnly),
  endReason: Nullable(Type.String()),
  postsHeld: Type.Integer({ description: 'posts the person holds today' }),
  handOverLeft: Type.Integer({
    description: 'points of the hand-over list still open; 0 while the post goes on',
  }),
})
export type CommissionerPost = Static<typeof CommissionerPost>

/** One point of the list of what is handed over. */
export const HandOverPoint = Type.Object({
  point: Type.String(),
  doneOn: Nullable(DateOnly),
  note: Nullable(Type.String()),
})
export type HandOverPoint = Static<typeof HandOverPoint>

const onePost = Type.Object({ appointmentId: Id })

/** Why a post ended. */
export const postEndReasons = [
  'term_over',
  'resigned',
  'transferred',
  'dismissed',
  'retired',
  'deceased',
] as const

/** Who serves as commissioner, how they came to it, and what they hand over. */
export const operations = {
  listCommissioners: operation({
    method: 'GET',
    path: '/commissioners/posts',
    summary: 'Posts of commissioners within reach',
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 60, description: 'part of the name' })),
      kind: Type.Optional(CommissionerKind),
      state: Type.Optional(Type.Enum(['current', 'ending', 'ended'])),
      streetId: Type.Optional(Id),
      ...PageQuery,
    }),
    output: PageOf(CommissionerPost),
  }),
  checkCandidacy: operation({
    method: 'POST',
    path: '/commissioners/organisations/:organisationId/candidacy-checks',
    summary: 'What stands in the way of a candidate who declares this; nothing is kept',
    params: Type.Object({ organisationId: Id }),
    body: Type.Object({ kind: CommissionerKind, declaration: CandidacyDeclaration }),
    output: Type.Object({ obstacles: Type.Array(CandidacyObstacle) }),
  }),
  giveCommissionerPost: operation({
    method: 'POST',
    path: '/commissioners/posts',
    summary: 'Somebody of the pool becomes commissioner at one or several organisations',
    body: Type.Object({
      talentId: Id,
      organisationIds: Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true }),
      kind: CommissionerKind,
      basis: Type.Enum(['election', 'document']),
      electionId: Type.Optional(Id),
      documentNo: DocumentNo,
      startsOn: DateOnly,
      endsBefore: DateOnly,
      declaration: CandidacyDeclaration,
    }),
    output: Type.Object({ appointmentIds: Type.Array(Id) }),
    status: 201,
  }),
  endCommissionerPost: operation({
    method: 'POST',
    path: '/commissioners/posts/:appointmentId/ending',
    summary: 'A post ends; its hand-over list begins',
    params: onePost,
    body: Type.Object({
      endsBefore: DateOnly,
      reason: Type.Enum([...postEndReasons]),
      documentNo: Type.Optional(DocumentNo),
    }),
    output: Nothing,
  }),
  getHandOverList: operation({
    method: 'GET',
    path: '/commissioners/posts/:appointmentId/hand-over',
    summary: 'What is handed over when the post ends, and what is done of it',
    params: onePost,
    output: Type.Object({ points: Type.Array(HandOverPoint), source: Type.String() }),
  }),
  recordHandOverPoint: operation({
    method: 'POST',
    path: '/commissioners/posts/:appointmentId/hand-over',
    summary: 'A point of the list is done',
    params: onePost,
    body: Type.Object({
      point: Type.String({ maxLength: 40 }),
      note: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    output: Nothing,
  }),
}
