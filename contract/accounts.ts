import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, Nullable, PageOf, PageQuery, operation } from './operation.ts'

/** An account as the security administrator sees it: who holds it, their posts, and how sign-in stands. No other personal data. */
export const AccountRow = Type.Object({
  accountId: Id,
  name: Type.String(),
  posts: Type.Array(Type.Object({ post: Type.String(), organisationName: Type.String() })),
  closedAt: Nullable(Instant),
  closingReason: Nullable(Type.String()),
  twoStep: Type.Boolean(),
  passwordDue: Type.Boolean({
    description: 'the password was made by somebody else and is still to be changed',
  }),
  lastSignInAt: Nullable(Instant),
  lockedUntil: Nullable(Instant),
  sessions: Type.Integer({ description: 'places where the account is signed in now' }),
  openedAt: Instant,
  isOwn: Type.Boolean(),
})
export type AccountRow = Static<typeof AccountRow>

const oneAccount = Type.Object({ accountId: Id })
const Reason = Type.String({ minLength: 2, maxLength: 200 })

/** Accounts, kept by the security administrator. */
export const operations = {
  listAccounts: operation({
    method: 'GET',
    path: '/accounts',
    summary: 'Accounts of the tenant, the newest first',
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 60 })),
      holder: Type.Optional(Type.Union([Type.Literal('with_post'), Type.Literal('without_post')])),
      state: Type.Optional(
        Type.Union([Type.Literal('open'), Type.Literal('locked'), Type.Literal('closed')]),
      ),
      twoStep: Type.Optional(Type.Union([Type.Literal('on'), Type.Literal('off')])),
      ...PageQuery,
    }),
    output: PageOf(AccountRow),
  }),
  resetAccountPassword: operation({
    method: 'POST',
    path: '/accounts/:accountId/password-reset',
    summary: 'Give an account a new first password, told once; second factors go and sessions end',
    params: oneAccount,
    output: Type.Object({ initialPassword: Type.String() }),
  }),
  endAccountSessions: operation({
    method: 'POST',
    path: '/accounts/:accountId/session-endings',
    summary: 'Sign an account out everywhere',
    params: oneAccount,
    output: Nothing,
  }),
  unlockAccount: operation({
    method: 'POST',
    path: '/accounts/:accountId/unlocking',
    summary: 'Forget the failed sign-ins that shut an account for a while',
    params: oneAccount,
    output: Nothing,
  }),
  closeAccount: operation({
    method: 'POST',
    path: '/accounts/:accountId/closure',
    summary: 'Close an account, with the reason',
    params: oneAccount,
    body: Type.Object({ reason: Reason }),
    output: Nothing,
  }),
  reopenAccount: operation({
    method: 'POST',
    path: '/accounts/:accountId/reopening',
    summary: 'Open a closed account again, with the reason',
    params: oneAccount,
    body: Type.Object({ reason: Reason }),
    output: Nothing,
  }),
}
