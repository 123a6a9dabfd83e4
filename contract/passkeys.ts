import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, Nullable, operation } from './operation.ts'
import { Me } from './sessions.ts'

/** What WebAuthn exchanges between browser and server, as JSON of the standard; the server checks it itself. */
const WebAuthn = Type.Record(Type.String(), Type.Unknown())

/** A question to an authenticator; to be answered once, within minutes. */
export const PasskeyQuestion = Type.Object({ challengeId: Id, options: WebAuthn })

/** The answer of an authenticator. */
export const PasskeyAnswer = Type.Object({ challengeId: Id, response: WebAuthn })
export type PasskeyAnswer = Static<typeof PasskeyAnswer>

/** One passkey of one's own. */
export const OwnPasskey = Type.Object({
  id: Id,
  name: Type.String(),
  madeAt: Instant,
  lastUsedAt: Nullable(Instant),
})
export type OwnPasskey = Static<typeof OwnPasskey>

/** Passkeys: a second factor, and a sign-in without password. */
export const operations = {
  startPasskeySignIn: operation({
    method: 'POST',
    path: '/sessions/passkey/options',
    summary: 'Begin signing in by a passkey',
    output: PasskeyQuestion,
  }),
  createPasskeySession: operation({
    method: 'POST',
    path: '/sessions/passkey',
    summary: 'Sign in by a passkey, without login and password',
    body: PasskeyAnswer,
    output: Me,
    status: 201,
  }),
  listOwnPasskeys: operation({
    method: 'GET',
    path: '/me/passkeys',
    summary: 'One’s own passkeys',
    output: Type.Object({ items: Type.Array(OwnPasskey) }),
  }),
  startPasskeyRegistration: operation({
    method: 'POST',
    path: '/me/passkeys/options',
    summary: 'Begin registering a passkey',
    output: PasskeyQuestion,
  }),
  registerPasskey: operation({
    method: 'POST',
    path: '/me/passkeys',
    summary: 'Register a passkey; ends all other sessions',
    body: Type.Object({
      ...PasskeyAnswer.properties,
      name: Type.String({ minLength: 1, maxLength: 40 }),
    }),
    output: Nothing,
    status: 201,
  }),
  removePasskey: operation({
    method: 'DELETE',
    path: '/me/passkeys/:passkeyId',
    summary: 'Remove one of one’s own passkeys; ends all other sessions',
    params: Type.Object({ passkeyId: Id }),
    output: Nothing,
  }),
}
