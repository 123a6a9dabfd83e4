import { Type } from 'typebox'
import { Id, Nothing, Nullable, operation } from './operation.ts'
import { PasskeyAnswer } from './passkeys.ts'
import { Me } from './sessions.ts'

/** The browser leaves for the provider; the id stays in this tab and names the question when it comes back. */
const Departure = Type.Object({ flowId: Id, redirectTo: Type.String() })

/** What stands behind `?` in the address when the provider sends the browser back. */
const Answer = Type.String({ minLength: 1, maxLength: 4000 })

/** Sign-in by an outside OpenID Connect provider, where one is set up. */
export const operations = {
  getProvider: operation({
    method: 'GET',
    path: '/sessions/provider',
    summary: 'The outside provider people may sign in by; null where none is set up',
    output: Type.Object({ name: Nullable(Type.String()) }),
  }),
  startProviderSignIn: operation({
    method: 'POST',
    path: '/sessions/provider/departure',
    summary: 'Begin signing in by the outside provider',
    output: Departure,
  }),
  createProviderSession: operation({
    method: 'POST',
    path: '/sessions/provider',
    summary: 'Sign in by what the outside provider answered, with a second factor where it showed none',
    body: Type.Object({
      flowId: Id,
      /** Left out when only the second factor is still to come. */
      answer: Type.Optional(Answer),
      totp: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
      recoveryCode: Type.Optional(Type.String({ minLength: 1, maxLength: 30 })),
      passkey: Type.Optional(PasskeyAnswer),
    }),
    output: Me,
    status: 201,
  }),
  startProviderLink: operation({
    method: 'POST',
    path: '/me/provider/departure',
    summary: 'Begin linking one’s own account with the outside provider',
    output: Departure,
  }),
  linkProvider: operation({
    method: 'POST',
    path: '/me/provider',
    summary: 'Link one’s own account with who the outside provider says one is',
    body: Type.Object({ flowId: Id, answer: Answer }),
    output: Nothing,
  }),
  unlinkProvider: operation({
    method: 'DELETE',
    path: '/me/provider',
    summary: 'Take the link with the outside provider back',
    output: Nothing,
  }),
}
