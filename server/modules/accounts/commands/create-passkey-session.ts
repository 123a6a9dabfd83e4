import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/passkeys.ts'
import type { Me } from '#contract/sessions.ts'
import { audit } from '#server/platform/audit.ts'
import { inPlumbing, inTenant } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { answersByPasskey } from '../answer-by-passkey.ts'
import { rememberChallenge, takeChallenge } from '../challenges.ts'
import { admitSignIn, attemptSucceeded } from '../limits.ts'
import { openSession } from '../open-session.ts'
import { credentialIdOf, signInOptions, siteOf, type PasskeyChallenge } from '../passkeys.ts'
import { lockAccount } from '../store.ts'
import { credentialHashOf } from '../store-passkeys.ts'

type Question = OutputOf<(typeof operations)['startPasskeySignIn']>

interface Request {
  input: InputOf<(typeof operations)['createPasskeySession']>
  address: string
  userAgent: string
  deviceToken: string | null
}

/** Begins signing in by a passkey: what the browser hands to the authenticator, the same for everybody. */
export async function startPasskeySignIn(platform: Platform, requestOrigin: string): Promise<Question> {
  const where = siteOf(platform, requestOrigin)
  const options = await signInOptions(where.site)
  const asked: PasskeyChallenge = { ...where, challenge: options.challenge }
  const challengeId = await rememberChallenge(platform, 'passkey_sign_in', asked)
  return { challengeId, options: { ...options } }
}

/** Signs in by a passkey alone: possession, and the PIN, finger or face its authenticator asked for, are two factors. */
export async function createPasskeySession(
  platform: Platform,
  request: Request,
): Promise<{ output: Me; sessionToken: string }> {
  const { input, userAgent } = request
  const asked = await takeChallenge<PasskeyChallenge>(platform, 'passkey_sign_in', input.challengeId)
  const credentialId = credentialIdOf(input.response)
  const login = `passkey ${credentialId.toString('hex')}`
  const attempt = await admitSignIn(platform, { ...request, login })
  const holder = await inPlumbing(platform.pool, (tx) =>
    tx
      .selectFrom('passkey_directory')
      .select(['tenant_id', 'account_id'])
      .where('credential_hash', '=', credentialHashOf(platform.keys, credentialId))
      .executeTakeFirst(),
  )
  if (holder === undefined) wrong()
  const opened = await inTenant(platform, holder.tenant_id, async (tx) => {
    const account = await lockAccount(tx, holder.account_id)
    if (account === null || !(await answersByPasskey(tx, account.id, { asked, response: input.response }))) {
      await audit(tx, null, 'sessions.failed', {
        kind: 'account',
        id: holder.account_id,
        organisationId: null,
      })
      return null
    }
    return openSession(tx, {
      accountId: account.id,
      personId: account.person_id,
      by: 'passkey',
      secondFactor: 'passkey',
      userAgent,
    })
  })
  if (opened === null) wrong()
  await attemptSucceeded(platform, attempt)
  return { output: opened.me, sessionToken: opened.token }
}

function wrong(): never {
  throw new AppError('unauthenticated', 'sessions.passkey_wrong')
}
