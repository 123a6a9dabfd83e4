import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/passkeys.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { found, notFound, refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { rememberChallenge, takeChallenge } from '../challenges.ts'
import { mustHaveGivenPassword } from '../due.ts'
import { factorsChanged } from '../factors-changed.ts'
import { checkedRegistration, registrationOptions, siteOf, type PasskeyChallenge } from '../passkeys.ts'
import { lockAccount } from '../store.ts'
import { insertPasskey, passkeysOf, removePasskeyOf } from '../store-passkeys.ts'
import { noteSecondFactor } from '../store-sessions.ts'

type Question = OutputOf<(typeof operations)['startPasskeyRegistration']>

/** Begins registering a passkey: what the browser hands to the authenticator. The password must have been given lately. */
export async function startPasskeyRegistration(
  platform: Platform,
  actor: Actor,
  requestOrigin: string,
): Promise<Question> {
  const where = siteOf(platform, requestOrigin)
  const holder = await inTenant(platform, actor.tenantId, async (tx) => {
    await mustHaveGivenPassword(tx, actor)
    const { name } = await tx
      .selectFrom('persons')
      .select('name')
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', actor.personId)
      .executeTakeFirstOrThrow()
    return { name, registered: (await passkeysOf(tx, actor.accountId)).map((each) => each.credential_id) }
  })
  const options = await registrationOptions(where.site, { ...holder, accountId: actor.accountId })
  const challengeId = await rememberChallenge(platform, 'passkey_registration', {
    ...where,
    challenge: options.challenge,
    accountId: actor.accountId,
  })
  return { challengeId, options: { ...options } }
}

/** Registers the passkey that answers the question. The account's other sessions, opened without it, end. */
export async function registerPasskey(
  platform: Platform,
  actor: Actor,
  input: InputOf<(typeof operations)['registerPasskey']>,
): Promise<Record<string, never>> {
  const asked = await takeChallenge<PasskeyChallenge & { accountId: string }>(
    platform,
    'passkey_registration',
    input.challengeId,
  )
  // Asked in somebody else's session: as if it had never been asked.
  if (asked.accountId !== actor.accountId) refuse('sessions.too_late')
  const credential = await checkedRegistration(asked, input.response)
  if (credential === null) refuse('sessions.passkey_wrong')
  await inTenant(platform, actor.tenantId, async (tx) => {
    const account = found(await lockAccount(tx, actor.accountId))
    await insertPasskey(tx, {
      accountId: account.id,
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name: input.name,
    })
    await noteSecondFactor(tx, actor.sessionId, 'passkey')
    await audit(tx, actor, 'sessions.passkey_registered', {
      kind: 'account',
      id: account.id,
      organisationId: null,
    })
    await factorsChanged(tx, actor)
  })
  return {}
}

/** Removes one of one's own passkeys. Where the powers ask for a second factor and none is left, another must be set up. */
export async function removePasskey(
  tx: Tx,
  actor: Actor,
  input: { passkeyId: string },
): Promise<Record<string, never>> {
  await mustHaveGivenPassword(tx, actor)
  const account = found(await lockAccount(tx, actor.accountId))
  if (!(await removePasskeyOf(tx, account.id, input.passkeyId))) notFound()
  await audit(tx, actor, 'sessions.passkey_removed', {
    kind: 'account',
    id: account.id,
    organisationId: null,
  })
  await factorsChanged(tx, actor)
  return {}
}
