import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { closeAccount } from './close-account.ts'
import { resetPassword } from './reset-password.ts'
import { deleteClosure, forgetFailures, insertReopening } from '../store-administration.ts'
import { lockAccount } from '../store.ts'
import { deleteSessionsOf } from '../store-sessions.ts'

interface OneAccount {
  accountId: string
}

const subject = (accountId: string) => ({ kind: 'account', id: accountId, organisationId: null })

/** A new first password, told once; the account's second factors go with the old one. Nobody resets their own. */
export async function resetAccountPassword(
  tx: Tx,
  actor: Actor,
  { accountId }: OneAccount,
): Promise<{ initialPassword: string }> {
  mustBeSomebodyElse(actor, accountId)
  const reset = await resetPassword(tx, actor, { accountId })
  await forgetFailures(tx, accountId)
  return reset
}

/** Signs an account out everywhere, at once. */
export async function endAccountSessions(
  tx: Tx,
  actor: Actor,
  { accountId }: OneAccount,
): Promise<Record<string, never>> {
  mustBeSomebodyElse(actor, accountId)
  const account = found(await lockAccount(tx, accountId))
  await deleteSessionsOf(tx, account.id)
  await audit(tx, actor, 'accounts.sessions_ended', subject(accountId))
  return {}
}

/** Forgets the failures that shut an account for a while. Not shut: a conflict, so that nobody believes it helped. */
export async function unlockAccount(
  tx: Tx,
  actor: Actor,
  { accountId }: OneAccount,
): Promise<Record<string, never>> {
  const account = found(await lockAccount(tx, accountId))
  if ((await forgetFailures(tx, account.id)) === 0) conflict('accounts.not_locked')
  await audit(tx, actor, 'accounts.unlocked', subject(accountId))
  return {}
}

/** Closes somebody else's account, with the reason; its sessions end. */
export async function closeOtherAccount(
  tx: Tx,
  actor: Actor,
  { accountId, reason }: OneAccount & { reason: string },
): Promise<Record<string, never>> {
  mustBeSomebodyElse(actor, accountId)
  await closeAccount(tx, actor, { accountId, reason })
  return {}
}

/** Opens a closed account again: log-in and password are as they were. That of an erased person stays closed for good. */
export async function reopenAccount(
  tx: Tx,
  actor: Actor,
  { accountId, reason }: OneAccount & { reason: string },
): Promise<Record<string, never>> {
  const closure = found(await deleteClosure(tx, accountId))
  if (closure.erased) refuse('accounts.erased')
  await insertReopening(tx, actor, { accountId, reason, closure })
  await audit(tx, actor, 'accounts.reopened', subject(accountId))
  return {}
}

/** Whoever keeps accounts has another keep theirs: nobody shuts themselves out, and nobody lets themselves in. */
function mustBeSomebodyElse(actor: Actor, accountId: string): void {
  if (actor.accountId === accountId) refuse('accounts.own')
}
