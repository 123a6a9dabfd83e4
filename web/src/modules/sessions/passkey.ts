import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { call } from '../../kit/call.ts'

/** Whether passkeys work here: old phones do not know them, and they belong to a name, never to an address of digits. */
export function knowsPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(location.hostname)
}

/** The holder closed the question of the browser, or has no passkey here: nothing happened. */
export class PasskeyLeft extends Error {}

/** Asks the server for a question and the authenticator for its answer: to sign in, or as second factor. */
export async function answerOfPasskey(): Promise<{ challengeId: string; response: Record<string, unknown> }> {
  const { challengeId, options } = await call('startPasskeySignIn')
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
  const response = await startAuthentication({ optionsJSON }).catch(left)
  return { challengeId, response: { ...response } }
}

/** Makes a passkey in this browser's authenticator and registers it under a name. */
export async function makePasskey(name: string): Promise<void> {
  const { challengeId, options } = await call('startPasskeyRegistration')
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON
  const response = await startRegistration({ optionsJSON }).catch(left)
  await call('registerPasskey', { challengeId, response: { ...response }, name })
}

function left(error: unknown): never {
  throw new PasskeyLeft(String(error))
}
