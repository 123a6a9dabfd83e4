import type {
  AuthenticationResponseJSON,
  RegistrationResponseJSON,
  WebAuthnCredential,
} from '@simplewebauthn/server'
import { isIP } from 'node:net'
import { refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'

/** What an authenticator is asked, and for which site. */
export interface PasskeyChallenge {
  challenge: string
  origin: string
  /** The host name passkeys belong to. */
  site: string
}

// EdDSA, ES256 and RS256: what authenticators of today speak.
const algorithms = [-8, -7, -257]

/** The site passkeys belong to: GONGHUI_PUBLIC_URL, else what the request came to. A bare address has none (422): WebAuthn wants a name. */
export function siteOf(platform: Platform, requestOrigin: string): Omit<PasskeyChallenge, 'challenge'> {
  const { origin, hostname } = new URL(platform.outside.publicUrl ?? requestOrigin)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) refuse('sessions.passkey_needs_name')
  return { origin, site: hostname }
}

/** The options of a registration. A passkey must be found by the authenticator alone, and ask its holder for a PIN, finger or face. */
export async function registrationOptions(
  site: string,
  holder: { accountId: string; name: string; registered: readonly Buffer[] },
) {
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpName: 'Gonghui',
    rpID: site,
    userID: new Uint8Array(Buffer.from(holder.accountId.replaceAll('-', ''), 'hex')),
    userName: holder.name,
    excludeCredentials: holder.registered.map((id) => ({ id: id.toString('base64url') })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
}

/** The options of a sign-in: any passkey of this site. */
export async function signInOptions(site: string) {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({ rpID: site, userVerification: 'required' })
}

/** The credential of a registration that answers the challenge; null when it does not. */
export async function checkedRegistration(
  asked: PasskeyChallenge,
  response: object,
): Promise<WebAuthnCredential | null> {
  const { verifyRegistrationResponse } = await library()
  const checked = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.origin,
    expectedRPID: asked.site,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
    // Whatever is malformed, of another site or signed wrongly is thrown by the library.
  }).catch(() => null)
  return checked?.verified ? checked.registrationInfo.credential : null
}

/** The new count of a sign-in that answers the challenge with this credential; null when it does not. */
export async function checkedSignIn(
  asked: PasskeyChallenge,
  response: object,
  credential: WebAuthnCredential,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await library()
  const checked = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.origin,
    expectedRPID: asked.site,
    credential,
    requireUserVerification: true,
  }).catch(() => null)
  return checked?.verified ? checked.authenticationInfo.newCounter : null
}

/** The id of the credential an answer names, as bytes; empty when it names none. */
export function credentialIdOf(response: object): Buffer {
  const { id } = response as { id?: unknown }
  return typeof id === 'string' && id.length < 2000 ? Buffer.from(id, 'base64url') : Buffer.alloc(0)
}

// Loaded when somebody uses a passkey, not with every start.
function library() {
  return import('@simplewebauthn/server')
}
