import { get, post, type Probe } from '../probe.ts'

/** Own passwords, second factors and sessions, and the rules they follow. Writes are sent without what they need, so nothing changes. */
export const accountProbes: Record<string, Probe> = {
  listOwnSessions: { is: 'keep one’s own sign-in', plain: () => get('/me/sessions') },
  endOwnSession: {
    is: 'keep one’s own sign-in',
    plain: () => ({ method: 'DELETE', path: '/me/sessions/none-of-these' }),
  },
  endOtherSessions: {
    is: 'keep one’s own sign-in',
    plain: () => ({ method: 'DELETE', path: '/me/sessions' }),
  },
  getOwnSignIn: { is: 'keep one’s own sign-in', plain: () => get('/me/sign-in') },
  changeOwnPassword: { is: 'keep one’s own sign-in', plain: () => post('/me/password', {}) },
  confirmOwnPassword: { is: 'keep one’s own sign-in', plain: () => post('/me/password/confirmation', {}) },
  startTotpEnrolment: { is: 'keep one’s own sign-in', plain: () => post('/me/totp') },
  confirmTotpEnrolment: { is: 'keep one’s own sign-in', plain: () => post('/me/totp/confirmation', {}) },
  removeTotp: { is: 'keep one’s own sign-in', plain: () => ({ method: 'DELETE', path: '/me/totp' }) },
  makeRecoveryCodes: { is: 'keep one’s own sign-in', plain: () => post('/me/recovery-codes') },
  startPasskeySignIn: { is: 'sign in and out', plain: () => post('/sessions/passkey/options') },
  createPasskeySession: { is: 'sign in and out', plain: () => post('/sessions/passkey', {}) },
  listOwnPasskeys: { is: 'keep one’s own sign-in', plain: () => get('/me/passkeys') },
  startPasskeyRegistration: { is: 'keep one’s own sign-in', plain: () => post('/me/passkeys/options') },
  registerPasskey: { is: 'keep one’s own sign-in', plain: () => post('/me/passkeys', {}) },
  removePasskey: {
    is: 'keep one’s own sign-in',
    plain: () => ({ method: 'DELETE', path: '/me/passkeys/none-of-these' }),
  },
  getProvider: { is: 'sign in and out', plain: () => get('/sessions/provider') },
  startProviderSignIn: {
    is: 'sign in and out',
    plain: () => post('/sessions/provider/departure', { none: 'of these' }),
  },
  createProviderSession: { is: 'sign in and out', plain: () => post('/sessions/provider', {}) },
  startProviderLink: { is: 'keep one’s own sign-in', plain: () => post('/me/provider/departure') },
  linkProvider: { is: 'keep one’s own sign-in', plain: () => post('/me/provider', {}) },
  unlinkProvider: {
    is: 'keep one’s own sign-in',
    plain: () => ({ method: 'DELETE', path: '/me/provider' }),
  },
  getSignInRules: { is: 'manage accounts', plain: () => get('/sign-in-rules') },
  chooseSignInRules: { is: 'manage accounts', plain: () => post('/sign-in-rules/choices', {}) },
}
