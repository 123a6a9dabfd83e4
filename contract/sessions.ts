import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation } from './operation.ts'

/** One appointment as the header shows it: which post, where, until when. */
export const AppointmentInUse = Type.Object({
  id: Id,
  post: Type.String({ description: 'code of the post, for example union_chair' }),
  organisationId: Id,
  organisationName: Type.String(),
  startsOn: DateOnly,
  endsBefore: Nullable(DateOnly),
  fullTime: Type.Boolean(),
  acting: Type.Boolean({ description: 'stands in for the holder for a while (代理)' }),
})
export type AppointmentInUse = Static<typeof AppointmentInUse>

/** Who is signed in, as which appointment, with which permissions. `csrfToken` goes into the header `x-csrf-token` of every write. */
export const Me = Type.Object({
  person: Type.Object({ id: Id, name: Type.String() }),
  tenant: Type.Object({ id: Id, code: Type.String(), name: Type.String(), demo: Type.Boolean() }),
  appointments: Type.Array(AppointmentInUse),
  actingAs: Nullable(AppointmentInUse),
  permissions: Type.Array(Type.String()),
  totpEnrolled: Type.Boolean(),
  /** Why the password must be changed before anything else works; null: it need not. */
  passwordDue: Nullable(Type.Union([Type.Literal('first'), Type.Literal('expired')])),
  /** The second factor must be set up before the work begins. */
  secondFactorDue: Type.Boolean(),
  csrfToken: Type.String(),
  today: DateOnly,
})
export type Me = Static<typeof Me>

/** One place where a person is signed in. `device` is browser and system, such as `chrome/windows`; no address is kept. */
export const OwnSession = Type.Object({
  id: Id,
  device: Type.String(),
  secondFactor: Nullable(Type.String()),
  createdAt: Instant,
  lastSeenAt: Instant,
  endsAt: Instant,
  isThis: Type.Boolean(),
})
export type OwnSession = Static<typeof OwnSession>

/** Sign-in, sign-out, who am I, and which appointment is in use. */
export const operations = {
  createSession: operation({
    method: 'POST',
    path: '/sessions',
    summary: 'Sign in with login, password and, where enrolled, a one-time code',
    body: Type.Object({
      login: Type.String({ minLength: 1, maxLength: 100 }),
      password: Type.String({ minLength: 1, maxLength: 200 }),
      totp: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
      passkey: Type.Optional(
        Type.Object({ challengeId: Id, response: Type.Record(Type.String(), Type.Unknown()) }),
      ),
      recoveryCode: Type.Optional(Type.String({ minLength: 1, maxLength: 30 })),
    }),
    output: Me,
    status: 201,
  }),
  deleteSession: operation({
    method: 'DELETE',
    path: '/sessions/current',
    summary: 'Sign out',
    output: Nothing,
  }),
  getMe: operation({ method: 'GET', path: '/me', summary: 'The person signed in', output: Me }),
  actAs: operation({
    method: 'POST',
    path: '/me/appointment',
    summary: 'Work as another of one’s own appointments',
    body: Type.Object({ appointmentId: Id }),
    output: Me,
  }),
  listOwnSessions: operation({
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where one is signed in',
    output: Type.Object({ items: Type.Array(OwnSession) }),
  }),
  endOwnSession: operation({
    method: 'DELETE',
    path: '/me/sessions/:sessionId',
    summary: 'Sign out there',
    params: Type.Object({ sessionId: Id }),
    output: Nothing,
  }),
  endOtherSessions: operation({
    method: 'DELETE',
    path: '/me/sessions',
    summary: 'Sign out everywhere else',
    output: Type.Object({ endedSessions: Type.Integer() }),
  }),
}
