import type { Configuration } from 'openid-client'
import { keyedHash } from '#server/platform/crypto.ts'
import { AppError, notFound } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { rememberChallenge } from './challenges.ts'
import { showsTwoFactors } from './rules/provider.ts'

/** An outside OpenID Connect provider, from the settings GONGHUI_OIDC_…. */
export interface Provider {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button says. */
  name: string
  /** Code of the only tenant whose accounts may be linked; null: every one. */
  tenant: string | null
  /** Values of `acr` that stand for two factors. */
  trustedAcr: readonly string[]
}

/** What the provider was asked, and what only this server knows of it. */
export interface ProviderQuestion {
  redirectUri: string
  state: string
  nonce: string
  codeVerifier: string
  /** Who asked while signed in, to link the account; null: to sign in. */
  accountId: string | null
}

/** Who the provider says somebody is, as a keyed hash of issuer and subject; the mail address plays no part. */
export interface Known {
  subjectHash: Buffer
  twoFactors: boolean
}

/** The provider that is set up, or null. */
export function providerOf({ outside: { oidc } }: Platform): Provider | null {
  const { ISSUER, CLIENT_ID, CLIENT_SECRET, NAME, TENANT, MFA_ACR } = oidc
  if (ISSUER === undefined || CLIENT_ID === undefined || CLIENT_SECRET === undefined) return null
  return {
    issuer: ISSUER,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    name: NAME ?? new URL(ISSUER).hostname,
    tenant: TENANT ?? null,
    trustedAcr: (MFA_ACR ?? '').split(/[\s,]+/).filter((value) => value !== ''),
  }
}

/** The provider, or "not found" where none is set up. */
export function mustHaveProvider(platform: Platform): Provider {
  return providerOf(platform) ?? notFound()
}

/** Sends the browser to the provider: authorization code with PKCE, state and nonce. */
export async function departure(
  platform: Platform,
  requestOrigin: string,
  accountId: string | null,
): Promise<{ flowId: string; redirectTo: string }> {
  const configuration = await configurationOf(mustHaveProvider(platform))
  const client = await library()
  const question: ProviderQuestion = {
    redirectUri: `${new URL(platform.outside.publicUrl ?? requestOrigin).origin}/`,
    state: client.randomState(),
    nonce: client.randomNonce(),
    codeVerifier: client.randomPKCECodeVerifier(),
    accountId,
  }
  const redirectTo = client.buildAuthorizationUrl(configuration, {
    redirect_uri: question.redirectUri,
    scope: 'openid',
    state: question.state,
    nonce: question.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(question.codeVerifier),
    code_challenge_method: 'S256',
  })
  return { flowId: await rememberChallenge(platform, 'provider', question), redirectTo: redirectTo.href }
}

/** Who the provider says came back with this answer; null when it does not fit what was asked, or the provider says no. */
export async function knownByAnswer(
  platform: Platform,
  question: ProviderQuestion,
  answer: string,
): Promise<Known | null> {
  const provider = mustHaveProvider(platform)
  const configuration = await configurationOf(provider)
  const { authorizationCodeGrant } = await library()
  const tokens = await authorizationCodeGrant(
    configuration,
    new URL(`${question.redirectUri}?${answer.replace(/^\?/, '')}`),
    {
      pkceCodeVerifier: question.codeVerifier,
      expectedState: question.state,
      expectedNonce: question.nonce,
      idTokenExpected: true,
    },
    // A forged, spent or refused answer is thrown by the library.
  ).catch(() => null)
  const claims = tokens?.claims()
  if (claims === undefined) return null
  return {
    subjectHash: keyedHash(platform.keys, 'provider', '', `${claims.iss} ${claims.sub}`),
    twoFactors: showsTwoFactors({ amr: claims.amr, acr: claims.acr }, provider.trustedAcr),
  }
}

// Discovered when somebody first uses it, not at start: the server runs without its provider.
const configurations = new Map<string, Promise<Configuration>>()

async function configurationOf(provider: Provider): Promise<Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`
  const known = configurations.get(key) ?? discovered(provider)
  configurations.set(key, known)
  return known.catch(() => {
    configurations.delete(key)
    throw new AppError('unavailable', 'sessions.provider_unreachable')
  })
}

async function discovered({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  const client = await library()
  const url = new URL(issuer)
  // Plain http only on the machine itself, for trying it out.
  const isHere = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  const options = url.protocol === 'http:' && isHere ? { execute: [client.allowInsecureRequests] } : {}
  return client.discovery(url, clientId, clientSecret, undefined, options)
}

// Loaded when somebody uses it.
function library() {
  return import('openid-client')
}
