import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, Nullable, operation } from './operation.ts'

/** The sets of sign-in rules a tenant may choose from: OWASP ASVS 5.0, or the customary numbers of 等级保护. */
export const SignInPreset = Type.Union([Type.Literal('asvs'), Type.Literal('dengbao')])
export type SignInPreset = Static<typeof SignInPreset>

const ByKind = <S extends Parameters<typeof Nullable>[0]>(schema: S) =>
  Type.Object({ worker: schema, officer: schema, administrator: schema })

/** One preset with its numbers and where they come from. */
export const SignInRules = Type.Object({
  preset: SignInPreset,
  source: Type.String(),
  shortest: ByKind(Type.Integer()),
  kindsOfCharacters: Type.Integer(),
  previousRefused: Type.Integer(),
  passwordDays: Nullable(Type.Integer()),
  idleMinutes: ByKind(Type.Integer()),
  longestHours: ByKind(Type.Integer()),
  oneSession: ByKind(Type.Boolean()),
})
export type SignInRules = Static<typeof SignInRules>

/** What one's own sign-in consists of, and what a new password must be like. */
export const OwnSignIn = Type.Object({
  password: Type.Object({
    shortest: Type.Integer(),
    kindsOfCharacters: Type.Integer(),
    previousRefused: Type.Integer(),
    changedAt: Nullable(Instant),
  }),
  totpEnrolled: Type.Boolean(),
  recoveryCodesLeft: Type.Integer(),
  providerLinkedAt: Nullable(Instant),
})
export type OwnSignIn = Static<typeof OwnSignIn>

/** Passwords, second factors and the rules they follow. */
export const operations = {
  getOwnSignIn: operation({
    method: 'GET',
    path: '/me/sign-in',
    summary: 'What one’s own sign-in consists of',
    output: OwnSignIn,
  }),
  changeOwnPassword: operation({
    method: 'POST',
    path: '/me/password',
    summary: 'Change one’s own password; ends all other sessions',
    body: Type.Object({
      currentPassword: Type.String({ minLength: 1, maxLength: 200 }),
      newPassword: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    output: Type.Object({ endedSessions: Type.Integer() }),
  }),
  confirmOwnPassword: operation({
    method: 'POST',
    path: '/me/password/confirmation',
    summary: 'Give one’s own password again, before a change of sign-in itself',
    body: Type.Object({ password: Type.String({ minLength: 1, maxLength: 200 }) }),
    output: Nothing,
  }),
  startTotpEnrolment: operation({
    method: 'POST',
    path: '/me/totp',
    summary: 'Begin two-step sign-in: a secret to scan',
    output: Type.Object({ secret: Type.String(), otpauthUrl: Type.String(), qrSvg: Type.String() }),
  }),
  confirmTotpEnrolment: operation({
    method: 'POST',
    path: '/me/totp/confirmation',
    summary: 'Finish two-step sign-in with the first code; ends all other sessions',
    body: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }),
    output: Nothing,
  }),
  removeTotp: operation({
    method: 'DELETE',
    path: '/me/totp',
    summary: 'Remove the authenticator from one’s own sign-in; ends all other sessions',
    output: Nothing,
  }),
  makeRecoveryCodes: operation({
    method: 'POST',
    path: '/me/recovery-codes',
    summary: 'Make ten recovery codes, told once; those before them stop working',
    output: Type.Object({ codes: Type.Array(Type.String()) }),
  }),
  getSignInRules: operation({
    method: 'GET',
    path: '/sign-in-rules',
    summary: 'The sign-in rules in use, those one may choose from, and who chose when',
    output: Type.Object({
      inUse: SignInPreset,
      presets: Type.Array(SignInRules),
      choices: Type.Array(
        Type.Object({
          id: Id,
          preset: SignInPreset,
          documentNo: Nullable(Type.String()),
          chosenBy: Nullable(Type.String()),
          chosenAt: Instant,
        }),
      ),
    }),
  }),
  chooseSignInRules: operation({
    method: 'POST',
    path: '/sign-in-rules/choices',
    summary: 'Choose the sign-in rules of the tenant; running sessions are shortened to them',
    body: Type.Object({
      preset: SignInPreset,
      documentNo: Nullable(Type.String({ minLength: 1, maxLength: 100 })),
    }),
    output: Nothing,
  }),
}
