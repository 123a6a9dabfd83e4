import { Type, type Static } from 'typebox'
import { Attachment } from './attachments.ts'
import { ApprovalAct, ApprovalLine, ApprovalState } from './approvals.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation } from './operation.ts'
import { DocumentKind, MemberFilter, PersonName, Sex, oneOf } from './people-records.ts'

const ShortText = Type.String({ maxLength: 100 })

/** What one may change by oneself at once: nothing of law hangs on it. */
export const freeFields = {
  educationLevel: Type.Optional(Nullable(ShortText)),
  politicalAffiliation: Type.Optional(Nullable(ShortText)),
  householdType: Type.Optional(Nullable(ShortText)),
  migrantWorker: Type.Optional(Nullable(Type.Boolean())),
}

/** Legal facts and the mobile: what stands there is changed when somebody has compared it with the document. */
export const correctedFields = {
  name: Type.Optional(PersonName),
  sex: Type.Optional(Sex),
  birthDate: Type.Optional(DateOnly),
  ethnicGroup: Type.Optional(ShortText),
  documentKind: Type.Optional(DocumentKind),
  documentNumber: Type.Optional(Type.String({ minLength: 3, maxLength: 40 })),
  mobile: Type.Optional(Type.String({ maxLength: 30 })),
  joinedOn: Type.Optional(DateOnly),
}
const correction = {
  ...correctedFields,
  reason: Type.Optional(Type.String({ maxLength: 300 })),
  evidenceIds: Type.Optional(Type.Array(Id, { maxItems: 6 })),
}

/** Something one has asked for about one's own data, and how it stands. */
export const OwnRequest = Type.Object({
  id: Id,
  kind: oneOf(['correction', 'erasure']),
  state: Type.Union([ApprovalState, oneOf(['scheduled', 'cancelled', 'done'])]),
  askedAt: Instant,
  dueOn: Nullable(DateOnly),
  executeOn: Nullable(DateOnly),
  lines: Type.Array(ApprovalLine),
  attachments: Type.Array(Attachment, { description: 'what one sent along' }),
  acts: Type.Array(ApprovalAct),
  can: Type.Object({ withdraw: Type.Boolean(), change: Type.Boolean() }),
})
export type OwnRequest = Static<typeof OwnRequest>

/** What erasing one's data would mean today. */
export const ErasurePreview = Type.Object({
  hindrances: Type.Array(oneOf(['membership', 'appointment'])),
  answerDays: Type.Integer(),
  coolingDays: Type.Integer(),
  kept: Type.Object({ memberships: Type.Integer(), employments: Type.Integer() }),
  current: Nullable(OwnRequest),
})
export type ErasurePreview = Static<typeof ErasurePreview>

const FullField = oneOf(['documentNumber', 'mobile'])

/** A list with full numbers that one has asked for. */
export const FullExport = Type.Object({
  id: Id,
  state: ApprovalState,
  organisationName: Type.String(),
  purpose: Type.String(),
  fields: Type.Array(FullField),
  askedAt: Instant,
  takeUntil: Nullable(DateOnly),
  taken: Type.Boolean(),
  acts: Type.Array(ApprovalAct),
  can: Type.Object({ take: Type.Boolean() }),
})
export type FullExport = Static<typeof FullExport>

const oneRequest = Type.Object({ requestId: Id })

/** One's own data: correcting, taking away, having erased. */
export const operations = {
  changeOwnData: operation({
    method: 'PATCH',
    path: '/me/file',
    summary: 'Change what one may change by oneself',
    body: Type.Object(freeFields),
    output: Nothing,
  }),
  askCorrection: operation({
    method: 'POST',
    path: '/me/corrections',
    summary: 'Ask to have a legal fact about oneself corrected',
    body: Type.Object(correction),
    output: Type.Object({ requestId: Id }),
    status: 201,
  }),
  changeCorrection: operation({
    method: 'PUT',
    path: '/me/corrections/:requestId',
    summary: 'Mend a correction that was sent back, and submit it again',
    params: oneRequest,
    body: Type.Object(correction),
    output: Type.Object({ requestId: Id }),
  }),
  listOwnRequests: operation({
    method: 'GET',
    path: '/me/requests',
    summary: 'Corrections and erasures one has asked for, with what was answered and why',
    output: Type.Object({ items: Type.Array(OwnRequest) }),
  }),
  withdrawOwnRequest: operation({
    method: 'POST',
    path: '/me/requests/:requestId/withdrawal',
    summary: 'Take a request back; an approved erasure until the day it is done',
    params: oneRequest,
    body: Type.Object({}),
    output: Nothing,
  }),
  getErasurePreview: operation({
    method: 'GET',
    path: '/me/erasure',
    summary: 'What erasing one’s own data would mean, and what stands in the way',
    output: ErasurePreview,
  }),
  askErasure: operation({
    method: 'POST',
    path: '/me/erasure',
    summary: 'Ask to have one’s own data erased; the consequences were told',
    body: Type.Object({
      consequencesRead: Type.Literal(true),
      reason: Type.Optional(Type.String({ maxLength: 300 })),
    }),
    output: Type.Object({ requestId: Id }),
    status: 201,
  }),
  downloadOwnData: operation({
    method: 'GET',
    path: '/me/data',
    summary: 'Everything held about oneself, as a page to print or as a file for another system',
    query: Type.Object({ format: oneOf(['html', 'json']), language: Type.Optional(oneOf(['zh', 'en'])) }),
    output: Nothing,
    file: 'download',
    load: 'export',
  }),
  askFullExport: operation({
    method: 'POST',
    path: '/members/full-exports',
    summary: 'Ask for a list with full numbers; another officer has to agree',
    body: Type.Object({
      filter: MemberFilter,
      fields: Type.Array(FullField, { minItems: 1, maxItems: 2 }),
      purpose: Type.String({ minLength: 2, maxLength: 200 }),
      members: Type.Integer({ minimum: 0, description: 'how many the list showed, for whoever decides' }),
    }),
    output: Type.Object({ requestId: Id }),
    status: 201,
  }),
  listFullExports: operation({
    method: 'GET',
    path: '/members/full-exports',
    summary: 'Lists with full numbers one has asked for, and whether each may be taken',
    output: Type.Object({ items: Type.Array(FullExport) }),
  }),
  downloadFullExport: operation({
    method: 'POST',
    path: '/members/full-exports/:requestId/taking',
    summary: 'Take an agreed list away, once',
    params: oneRequest,
    body: Type.Object({}),
    output: Nothing,
    file: 'download',
    load: 'export',
  }),
}
