import { Type, type Static } from 'typebox'
import { Attachment } from './attachments.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'

const oneOf = <const T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value))))

/** How a request stands: the last thing that happened to it. `submitted` and a first `approved` of several wait for the next signature. */
export const ApprovalState = oneOf(['waiting', 'returned', 'withdrawn', 'approved', 'refused'])
export type ApprovalState = Static<typeof ApprovalState>

/** One request in a list. */
export const ApprovalRow = Type.Object({
  id: Id,
  kind: Type.String(),
  state: ApprovalState,
  organisationId: Id,
  organisationName: Type.String(),
  personName: Nullable(Type.String({ description: 'whom it is about' })),
  askedByName: Type.String(),
  askedAt: Instant,
  dueOn: Nullable(DateOnly),
  step: Nullable(Type.Integer({ description: 'the signature that is missing; null when it is over' })),
  steps: Type.Integer(),
  params: Type.Record(Type.String(), Type.Unknown()),
})
export type ApprovalRow = Static<typeof ApprovalRow>

/** One thing that happened to a request. */
export const ApprovalAct = Type.Object({
  act: oneOf(['submitted', 'returned', 'withdrawn', 'approved', 'refused']),
  personName: Type.String(),
  post: Nullable(Type.String()),
  organisationName: Nullable(Type.String()),
  reason: Type.String(),
  actedAt: Instant,
})
export type ApprovalAct = Static<typeof ApprovalAct>

/** One line of what is asked: what stands now and what it is to become. */
export const ApprovalLine = Type.Object({
  field: Type.String(),
  before: Nullable(Type.String()),
  after: Nullable(Type.String()),
})
export type ApprovalLine = Static<typeof ApprovalLine>

export const ApprovalFile = Type.Object({
  ...ApprovalRow.properties,
  lines: Type.Array(ApprovalLine),
  attachments: Type.Array(Attachment, { description: 'what whoever asked sent along' }),
  acts: Type.Array(ApprovalAct),
  can: Type.Object({
    decide: Type.Boolean(),
    why: Nullable(
      Type.String({ description: 'own, signed_before, elsewhere or over: why not, where one cannot' }),
    ),
  }),
})
export type ApprovalFile = Static<typeof ApprovalFile>

/** What one officer may say to a request. */
export const Decision = oneOf(['approve', 'return', 'refuse'])
export type Decision = Static<typeof Decision>
export const DecisionReason = Type.String({ maxLength: 300 })

export const operations = {
  listApprovals: operation({
    method: 'GET',
    path: '/approvals',
    summary: 'Requests that wait for a decision within scope, or that were decided',
    query: Type.Object({
      state: Type.Optional(oneOf(['waiting', 'ended'])),
      kind: Type.Optional(Type.String({ maxLength: 60 })),
      ...PageQuery,
    }),
    output: PageOf(ApprovalRow),
  }),
  getApproval: operation({
    method: 'GET',
    path: '/approvals/:approvalId',
    summary: 'One request: what is asked, old and new, and what happened to it',
    params: Type.Object({ approvalId: Id }),
    output: ApprovalFile,
  }),
  openApprovalAttachment: operation({
    method: 'GET',
    path: '/approvals/:approvalId/attachments/:attachmentId',
    summary: 'A file that was sent along with a request',
    params: Type.Object({ approvalId: Id, attachmentId: Id }),
    output: Nothing,
    file: 'download',
  }),
  openApprovalThumbnail: operation({
    method: 'GET',
    path: '/approvals/:approvalId/attachments/:attachmentId/thumbnail',
    summary: 'The small form of a picture that was sent along with a request',
    params: Type.Object({ approvalId: Id, attachmentId: Id }),
    output: Nothing,
    file: 'download',
  }),
  decideApproval: operation({
    method: 'POST',
    path: '/approvals/:approvalId/decision',
    summary: 'Approve, send back or refuse a request; the last approval does what was asked',
    params: Type.Object({ approvalId: Id }),
    body: Type.Object({ decision: Decision, reason: Type.Optional(DecisionReason) }),
    output: ApprovalFile,
  }),
}
