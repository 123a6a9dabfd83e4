import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, PageOf, PageQuery, operation } from './operation.ts'
import { Me } from './sessions.ts'

/** Which ways there are on this server: codes need a gateway (or a demo), links in messages need its public address. */
export const ActivationWays = Type.Object({
  code: Type.Boolean({ description: 'whether codes can be sent by text message' }),
  mail: Type.Boolean({ description: 'whether invitations can be sent by mail' }),
  demo: Type.Boolean({ description: 'whether messages stand in the outbox of the demo' }),
  publicUrl: Nullable(Type.String({ description: 'the address people type, where it is set' })),
})
export type ActivationWays = Static<typeof ActivationWays>

/** What a proof gives: a ticket, good for a quarter of an hour and one use, to choose log-in and password. */
export const ActivationTicket = Type.Object({
  ticket: Type.String(),
  name: Type.String(),
  hasAccount: Type.Boolean({ description: 'then the log-in may stay and only the password is new' }),
})
export type ActivationTicket = Static<typeof ActivationTicket>

/** What came of a try; only a right code brings a ticket. */
export const CodeAnswer = Type.Object({
  outcome: Type.Union([Type.Literal('right'), Type.Literal('wrong'), Type.Literal('spent')]),
  triesLeft: Type.Integer(),
  proof: Nullable(ActivationTicket),
})
export type CodeAnswer = Static<typeof CodeAnswer>

/** How a member stands: no account, a slip that can still be used, an account in use, an account that was closed. */
export const ActivationState = Type.Union([
  Type.Literal('none'),
  Type.Literal('slip'),
  Type.Literal('active'),
  Type.Literal('closed'),
])

export const ActivationMember = Type.Object({
  personId: Id,
  name: Type.String(),
  unionId: Id,
  unionName: Type.String(),
  state: ActivationState,
  slipPrintedAt: Nullable(Instant),
  slipExpiresOn: Nullable(DateOnly),
})
export type ActivationMember = Static<typeof ActivationMember>

/** One printing of slips. `open`: not yet used, revoked or past their day. */
export const SlipRun = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  persons: Type.Integer(),
  printed: Type.Integer(),
  used: Type.Integer(),
  open: Type.Integer(),
  expiresOn: DateOnly,
  orderedAt: Instant,
})
export type SlipRun = Static<typeof SlipRun>

/** A slip as it is printed. */
export const Slip = Type.Object({
  slipId: Id,
  name: Type.String(),
  unionName: Type.String(),
  code: Type.String({ description: 'three groups of four characters, 60 bits' }),
  expiresOn: DateOnly,
})
export type Slip = Static<typeof Slip>

/** The holder of an appointment, and whether they can sign in. */
export const OfficerAccess = Type.Object({
  appointmentId: Id,
  name: Type.String(),
  post: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  state: Type.Union([
    Type.Literal('none'),
    Type.Literal('invited'),
    Type.Literal('active'),
    Type.Literal('closed'),
  ]),
  invitationId: Nullable(Id),
  channel: Nullable(Type.String({ description: 'sms, mail or print' })),
  invitedAt: Nullable(Instant),
  expiresAt: Nullable(Instant),
  hasMobile: Type.Boolean(),
})
export type OfficerAccess = Static<typeof OfficerAccess>

const whom = {
  organisationId: Type.Optional(Id),
  personIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true })),
}

/** Getting a log-in: by a one-time code, by a printed slip, by an invitation; and the lists officers keep of it. */
export const operations = {
  getActivationWays: operation({
    method: 'GET',
    path: '/activation/ways',
    summary: 'Which ways of activation this server has',
    output: ActivationWays,
  }),
  requestActivationCode: operation({
    method: 'POST',
    path: '/activation/codes',
    summary:
      'Ask for a one-time code by name, end of the document and mobile; answers alike whether somebody was found or not',
    body: Type.Object({
      name: Type.String({ minLength: 1, maxLength: 60 }),
      documentTail: Type.String({ pattern: '^[0-9A-Za-z]{6}$' }),
      mobile: Type.String({ pattern: '^1[0-9]{10}$' }),
    }),
    output: Type.Object({ requestId: Id, minutes: Type.Integer() }),
    status: 201,
  }),
  confirmActivationCode: operation({
    method: 'POST',
    path: '/activation/codes/:requestId/tries',
    summary: 'Try the code that was sent; the right one brings a ticket',
    params: Type.Object({ requestId: Id }),
    body: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }),
    output: CodeAnswer,
  }),
  confirmActivationSlip: operation({
    method: 'POST',
    path: '/activation/slip-proofs',
    summary: 'Prove a printed slip with the end of the document; brings a ticket',
    body: Type.Object({
      slip: Type.String({ minLength: 12, maxLength: 30 }),
      documentTail: Type.String({ pattern: '^[0-9A-Za-z]{6}$' }),
    }),
    output: ActivationTicket,
    status: 201,
  }),
  openInvitation: operation({
    method: 'POST',
    path: '/activation/invitation-proofs',
    summary: 'Read the invitation behind a link; its token is also the ticket',
    body: Type.Object({ token: Type.String({ minLength: 22, maxLength: 22 }) }),
    output: Type.Object({
      name: Type.String(),
      post: Type.String(),
      organisationName: Type.String(),
      hasAccount: Type.Boolean(),
    }),
  }),
  completeActivation: operation({
    method: 'POST',
    path: '/activation/completions',
    summary: 'Choose log-in and password with a ticket; signs in where no second factor is asked',
    body: Type.Object({
      ticket: Type.String({ minLength: 22, maxLength: 22 }),
      login: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      password: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    output: Type.Object({ me: Nullable(Me) }),
    status: 201,
  }),
  listActivationMembers: operation({
    method: 'GET',
    path: '/activation/members',
    summary: 'Members within scope with the state of their account, and how many stand how',
    query: Type.Object({
      organisationId: Type.Optional(Id),
      q: Type.Optional(Type.String({ maxLength: 60 })),
      state: Type.Optional(ActivationState),
      ...PageQuery,
    }),
    output: Type.Object({
      ...PageOf(ActivationMember).properties,
      counts: Type.Object({
        none: Type.Integer(),
        slip: Type.Integer(),
        active: Type.Integer(),
        closed: Type.Integer(),
      }),
    }),
  }),
  printActivationSlips: operation({
    method: 'POST',
    path: '/activation/slip-runs',
    summary:
      'Print slips: for everybody of an organisation who has neither account nor slip, or for chosen members',
    body: Type.Object({ ...whom, expiresOn: Type.Optional(DateOnly) }),
    output: Type.Object({ runId: Id, jobId: Id, persons: Type.Integer() }),
    status: 202,
  }),
  listSlipRuns: operation({
    method: 'GET',
    path: '/activation/slip-runs',
    summary: 'The latest printings of slips within scope',
    output: Type.Object({ items: Type.Array(SlipRun) }),
  }),
  openSlipRun: operation({
    method: 'POST',
    path: '/activation/slip-runs/:runId/sheets',
    summary: 'The slips of a printing that can still be used, with their codes, for the printer',
    params: Type.Object({ runId: Id }),
    output: Type.Object({ run: SlipRun, slips: Type.Array(Slip) }),
  }),
  revokeActivationSlips: operation({
    method: 'POST',
    path: '/activation/slip-revocations',
    summary: 'Make the open slips of an organisation or of chosen members worthless',
    body: Type.Object(whom),
    output: Type.Object({ revoked: Type.Integer() }),
  }),
  listOfficerAccess: operation({
    method: 'GET',
    path: '/activation/officers',
    summary: 'Holders of appointments within scope, and whether they can sign in',
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 60 })),
      state: Type.Optional(
        Type.Union([
          Type.Literal('none'),
          Type.Literal('invited'),
          Type.Literal('active'),
          Type.Literal('closed'),
        ]),
      ),
      ...PageQuery,
    }),
    output: PageOf(OfficerAccess),
  }),
  inviteOfficer: operation({
    method: 'POST',
    path: '/activation/invitations',
    summary: 'Invite the holder of an appointment to open an account; an open invitation is replaced',
    body: Type.Object({
      appointmentId: Id,
      channel: Type.Union([Type.Literal('sms'), Type.Literal('mail'), Type.Literal('print')]),
      mail: Type.Optional(Type.String({ maxLength: 200, pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$' })),
    }),
    output: Type.Object({
      invitationId: Id,
      expiresAt: Instant,
      token: Nullable(Type.String({ description: 'told once, for printing; null where it was sent' })),
    }),
    status: 201,
  }),
  revokeInvitation: operation({
    method: 'POST',
    path: '/activation/invitations/:invitationId/revocation',
    summary: 'Make an invitation worthless',
    params: Type.Object({ invitationId: Id }),
    output: Nothing,
  }),
}
