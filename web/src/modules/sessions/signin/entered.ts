/** How far a sign-in has come: the password, then the code of the authenticator, a passkey or a recovery code. */
export type Step = 'password' | 'code' | 'recovery' | 'passkey'

/** What was typed so far. */
export interface Entered {
  login: string
  password: string
  totp: string
  recoveryCode: string
}
