import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { mustHaveGivenPassword } from '../due.ts'
import { factorsChanged } from '../factors-changed.ts'
import { lockAccount, removeTotpSecret, saveTotpSecret, useTotpStep } from '../store.ts'
import { noteSecondFactor } from '../store-sessions.ts'
import { newTotpSecret, openTotpSecret, sealTotpSecret, stepOfCode } from '../totp.ts'

/** Begins two-step sign-in: a secret to scan. Nothing changes for sign-in until the first code has been given. */
export async function startTotpEnrolment(
  tx: Tx,
  actor: Actor,
): Promise<{ secret: string; otpauthUrl: string; qrSvg: string }> {
  const account = found(await lockAccount(tx, actor.accountId))
  await mustHaveGivenPassword(tx, actor)
  if (account.totp_confirmed_at !== null) refuse('sessions.totp_enrolled')
  const tenant = await tx
    .selectFrom('tenants')
    .select('code')
    .where('id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  const { secret, otpauthUrl } = newTotpSecret(tenant.code)
  await saveTotpSecret(tx, account.id, sealTotpSecret(tx.keys, secret))
  // Loaded when somebody enrols, not with every start.
  const { toString: qrToString } = await import('qrcode')
  await audit(tx, actor, 'sessions.totp_started', { kind: 'account', id: account.id, organisationId: null })
  return { secret, otpauthUrl, qrSvg: await qrToString(otpauthUrl, { type: 'svg', margin: 1 }) }
}

/** Finishes two-step sign-in with the first right code. The account's other sessions, opened without it, end. */
export async function confirmTotpEnrolment(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<Record<string, never>> {
  const account = found(await lockAccount(tx, actor.accountId))
  if (account.totp_cipher === null) refuse('sessions.totp_not_started')
  if (account.totp_confirmed_at !== null) refuse('sessions.totp_enrolled')
  const step = stepOfCode(openTotpSecret(tx.keys, account.totp_cipher), input.code, new Date())
  if (step === null) refuse('sessions.totp_wrong')
  await useTotpStep(tx, account.id, step)
  await noteSecondFactor(tx, actor.sessionId, 'totp')
  await audit(tx, actor, 'sessions.totp_confirmed', { kind: 'account', id: account.id, organisationId: null })
  await factorsChanged(tx, actor)
  return {}
}

/** Takes the authenticator out of one's own sign-in. Where the powers ask for a second factor, another must be set up before the work goes on. */
export async function removeTotp(tx: Tx, actor: Actor): Promise<Record<string, never>> {
  const account = found(await lockAccount(tx, actor.accountId))
  await mustHaveGivenPassword(tx, actor)
  if (account.totp_confirmed_at === null) refuse('sessions.totp_not_started')
  await removeTotpSecret(tx, account.id)
  await audit(tx, actor, 'sessions.totp_removed', { kind: 'account', id: account.id, organisationId: null })
  await factorsChanged(tx, actor)
  return {}
}
