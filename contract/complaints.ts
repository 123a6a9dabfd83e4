import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

export const complaintSubjects = ['privacy', 'dues', 'service', 'conduct', 'election', 'other'] as const
export const ComplaintSubject = oneOf(complaintSubjects)
export type ComplaintSubject = Static<typeof ComplaintSubject>
/** `waiting` for an answer; `answered`: whoever complained may say whether that will do; `closed`: it did. */
export const ComplaintState = oneOf(['waiting', 'answered', 'closed'])
export type ComplaintState = Static<typeof ComplaintState>
const Words = Type.String({ minLength: 5, maxLength: 2000 })

/** Whom one may complain about, and who would answer: null when nobody stands above. */
export const ComplaintTarget = Type.Object({
  organisationId: Id,
  name: Type.String(),
  handledBy: Nullable(Type.String()),
  officers: Type.Array(Type.Object({ appointmentId: Id, name: Type.String(), post: Type.String() })),
})
export type ComplaintTarget = Static<typeof ComplaintTarget>

const ComplaintAct = Type.Object({
  act: oneOf(['filed', 'answered', 'not_satisfied', 'satisfied', 'identity_revealed']),
  handledBy: Type.String({ description: 'the organisation it lay at' }),
  post: Nullable(Type.String()),
  text: Nullable(Type.String()),
  actedAt: Instant,
})

const complaint = {
  id: Id,
  receiptNo: Type.String(),
  subject: ComplaintSubject,
  state: ComplaintState,
  aboutName: Type.String(),
  aboutPost: Nullable(Type.String()),
  handlerOrganisationId: Id,
  handledBy: Type.String(),
  anonymous: Type.Boolean(),
  filedAt: Instant,
  dueOn: Nullable(DateOnly),
}

/** A complaint in the officers' list. */
export const ComplaintRow = Type.Object(complaint)
export type ComplaintRow = Static<typeof ComplaintRow>

/** A complaint with everything said. `filerName` is null while the identity is sealed. */
export const ComplaintFile = Type.Object({
  ...complaint,
  aboutOfficer: Nullable(Type.String()),
  text: Nullable(Type.String()),
  filerName: Nullable(Type.String()),
  acts: Type.Array(ComplaintAct),
  can: Type.Object({ answer: Type.Boolean(), reveal: Type.Boolean() }),
})
export type ComplaintFile = Static<typeof ComplaintFile>

/** One's own complaint. */
export const OwnComplaint = Type.Object({
  ...complaint,
  text: Nullable(Type.String()),
  acts: Type.Array(ComplaintAct),
  can: Type.Object({ reply: Type.Boolean() }),
})
export type OwnComplaint = Static<typeof OwnComplaint>

const oneComplaint = Type.Object({ complaintId: Id })

/** Complaints: filing and following one's own, answering those below. */
export const operations = {
  listComplaintTargets: operation({
    method: 'GET',
    path: '/me/complaint-targets',
    summary: 'Whom one may complain about: one’s union and what leads it, with their officers',
    output: Type.Object({ items: Type.Array(ComplaintTarget) }),
  }),
  fileComplaint: operation({
    method: 'POST',
    path: '/me/complaints',
    summary: 'Complain about a union or one of its officers: to the level above it',
    body: Type.Object({
      organisationId: Id,
      appointmentId: Type.Optional(Id),
      subject: ComplaintSubject,
      text: Words,
      anonymous: Type.Optional(Type.Boolean()),
    }),
    output: Type.Object({ id: Id, receiptNo: Type.String(), handledBy: Type.String(), dueOn: DateOnly }),
    status: 201,
  }),
  listOwnComplaints: operation({
    method: 'GET',
    path: '/me/complaints',
    summary: 'One’s own complaints and what was answered',
    output: Type.Object({ items: Type.Array(OwnComplaint) }),
  }),
  replyToAnswer: operation({
    method: 'POST',
    path: '/me/complaints/:complaintId/reply',
    summary: 'The answer will do, or it will not: then the next level up answers',
    params: oneComplaint,
    body: Type.Object({
      reply: oneOf(['satisfied', 'not_satisfied']),
      text: Type.Optional(Type.String({ maxLength: 2000 })),
    }),
    output: Nothing,
  }),
  listComplaints: operation({
    method: 'GET',
    path: '/complaints',
    summary: 'Complaints within scope, by the day they are due',
    query: Type.Object({
      state: Type.Optional(ComplaintState),
      subject: Type.Optional(ComplaintSubject),
      ...PageQuery,
    }),
    output: PageOf(ComplaintRow),
  }),
  getComplaint: operation({
    method: 'GET',
    path: '/complaints/:complaintId',
    summary: 'One complaint with everything said',
    params: oneComplaint,
    output: ComplaintFile,
  }),
  answerComplaint: operation({
    method: 'POST',
    path: '/complaints/:complaintId/answer',
    summary: 'Answer a complaint',
    params: oneComplaint,
    body: Type.Object({ text: Words }),
    output: ComplaintFile,
  }),
  revealComplainant: operation({
    method: 'POST',
    path: '/complaints/:complaintId/identity',
    summary: 'Who complained without a name: with a reason, which they can read',
    params: oneComplaint,
    body: Type.Object({ reason: Words }),
    output: Type.Object({ name: Nullable(Type.String()) }),
  }),
}
