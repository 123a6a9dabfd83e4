import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { DocumentKind, oneOf, PersonName, Reason } from './people-records.ts'

/** What has happened to a transfer last. The first two wait for an answer, the others are its end. */
export const TransferState = oneOf([
  'requested',
  'released',
  'accepted',
  'refused',
  'withdrawn',
  'expired',
  'overtaken',
])
export type TransferState = Static<typeof TransferState>

/** Who is concerned by a transfer: the person, the union they belong to, the union they are to belong to. */
export const TransferSide = oneOf(['person', 'union_of_today', 'union_to_come'])
export type TransferSide = Static<typeof TransferSide>

const transfer = {
  id: Id,
  handshakeId: Id,
  /** Null where the file of the person is not within reach: of somebody who is to come only name and masked document are shown. */
  personId: Nullable(Id),
  name: Type.String(),
  documentKind: Nullable(DocumentKind),
  document: Nullable(Type.String({ description: 'masked' })),
  fromUnionId: Id,
  fromUnionName: Type.String(),
  toUnionId: Id,
  toUnionName: Type.String(),
  askedBy: TransferSide,
  byRoster: Type.Boolean(),
  state: TransferState,
  requestedAt: Instant,
  /** Until when an answer is waited for; null at its end. */
  dueOn: Nullable(DateOnly),
  endedAt: Nullable(Instant),
  can: Type.Object({
    release: Type.Boolean(),
    accept: Type.Boolean(),
    refuse: Type.Boolean(),
    withdraw: Type.Boolean(),
  }),
}

/** A transfer in a list. */
export const TransferRow = Type.Object(transfer)
export type TransferRow = Static<typeof TransferRow>

/** One step of a transfer, with who took it. */
export const TransferStep = Type.Object({
  step: TransferState,
  bySide: oneOf(['person', 'union_of_today', 'union_to_come', 'system']),
  post: Nullable(Type.String()),
  organisationName: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  dueOn: Nullable(DateOnly),
  recordedAt: Instant,
})
export type TransferStep = Static<typeof TransferStep>

/** A transfer with everything that has happened to it. */
export const Transfer = Type.Object({
  ...transfer,
  reason: Nullable(Type.String()),
  steps: Type.Array(TransferStep),
})
export type Transfer = Static<typeof Transfer>

/** One’s own transfer, as the person sees it. */
const OwnTransfer = Type.Object({
  id: Id,
  fromUnionName: Type.String(),
  toUnionName: Type.String(),
  askedBy: TransferSide,
  state: TransferState,
  dueOn: Nullable(DateOnly),
  steps: Type.Array(TransferStep),
  can: Type.Object({ withdraw: Type.Boolean() }),
})
export type OwnTransfer = Static<typeof OwnTransfer>

const oneTransfer = Type.Object({ transferId: Id })

/** Transfers of membership between two unions. */
export const operations = {
  listTransfers: operation({
    method: 'GET',
    path: '/transfers',
    summary: 'Transfers in and out of the unions within scope, the latest first',
    query: Type.Object({
      direction: Type.Optional(oneOf(['in', 'out'])),
      state: Type.Optional(Type.Union([TransferState, Type.Literal('open')])),
      waiting: Type.Optional(oneOf(['for_me'])),
      handshakeId: Type.Optional(Id),
      personId: Type.Optional(Id),
      ...PageQuery,
    }),
    output: PageOf(TransferRow),
  }),
  getTransfer: operation({
    method: 'GET',
    path: '/transfers/:transferId',
    summary: 'One transfer with its steps',
    params: oneTransfer,
    output: Transfer,
  }),
  releaseTransfer: operation({
    method: 'POST',
    path: '/transfers/:transferId/release',
    summary: 'The union of today lets the person go',
    params: oneTransfer,
    body: Type.Object({}),
    output: Transfer,
  }),
  acceptTransfer: operation({
    method: 'POST',
    path: '/transfers/:transferId/acceptance',
    summary: 'The union to come takes the person in: the membership moves today',
    params: oneTransfer,
    body: Type.Object({}),
    output: Transfer,
  }),
  refuseTransfer: operation({
    method: 'POST',
    path: '/transfers/:transferId/refusal',
    summary: 'The union whose answer is waited for says no, with a reason',
    params: oneTransfer,
    body: Type.Object({ reason: Reason }),
    output: Transfer,
  }),
  withdrawTransfer: operation({
    method: 'POST',
    path: '/transfers/:transferId/withdrawal',
    summary: 'The union that asked for it takes it back',
    params: oneTransfer,
    body: Type.Object({ reason: Type.Optional(Reason) }),
    output: Transfer,
  }),
  answerTransfers: operation({
    method: 'POST',
    path: '/transfers/answers',
    summary: 'The same answer to many transfers at once',
    body: Type.Object({
      transferIds: Type.Array(Id, { minItems: 1, maxItems: 500 }),
      answer: oneOf(['release', 'accept', 'refuse']),
      reason: Type.Optional(Reason),
    }),
    output: Type.Object({ answered: Type.Integer() }),
  }),
  requestTransferByDocument: operation({
    method: 'POST',
    path: '/transfers/by-document',
    summary: 'Ask for somebody who is a member elsewhere, named by name and document',
    body: Type.Object({
      toUnionId: Id,
      name: PersonName,
      documentKind: Type.Optional(DocumentKind),
      documentNumber: Type.String({ minLength: 4, maxLength: 40 }),
      reason: Type.Optional(Reason),
    }),
    output: Type.Object({ transferId: Id }),
    status: 201,
  }),
  findUnions: operation({
    method: 'GET',
    path: '/unions',
    summary: 'Unions of the federation by name or code: names and codes, nothing else',
    query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 60 }) }),
    output: Type.Object({
      items: Type.Array(Type.Object({ id: Id, name: Type.String(), code: Type.String() })),
    }),
  }),
  requestOwnTransfer: operation({
    method: 'POST',
    path: '/me/transfers',
    summary: 'Ask for a transfer of one’s own membership',
    body: Type.Object({ toUnionId: Id, reason: Type.Optional(Reason) }),
    output: OwnTransfer,
    status: 201,
  }),
  withdrawOwnTransfer: operation({
    method: 'POST',
    path: '/me/transfers/:transferId/withdrawal',
    summary: 'Take back a transfer one has asked for oneself',
    params: oneTransfer,
    body: Type.Object({}),
    output: OwnTransfer,
  }),
  listOwnTransfers: operation({
    method: 'GET',
    path: '/me/transfers',
    summary: 'One’s own transfers with their steps, the latest first',
    output: Type.Object({ items: Type.Array(OwnTransfer) }),
  }),
}
