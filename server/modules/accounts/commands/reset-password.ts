import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { hashPassword, newInitialPassword } from '../passwords.ts'
import { lockAccount, replacePassword } from '../store.ts'
import { insertPasswordChange } from '../store-passwords.ts'
import { removePasskeysOf } from '../store-passkeys.ts'
import { removeProviderLink } from '../store-provider.ts'
import { dropRecoveryCodes } from '../store-recovery-codes.ts'
import { deleteSessionsOf } from '../store-sessions.ts'

/** Gives an open account a new first password, takes its second factors and its link with an outside provider away, and ends its sessions. A closed account is "not found". */
export async function resetPassword(
  tx: Tx,
  author: Author,
  input: { accountId: string },
): Promise<{ initialPassword: string }> {
  const account = found(await lockAccount(tx, input.accountId))
  const initialPassword = newInitialPassword()
  const passwordHash = await hashPassword(initialPassword)
  await replacePassword(tx, account.id, passwordHash)
  await insertPasswordChange(tx, {
    accountId: account.id,
    origin: 'first',
    passwordHash,
    changedBy: author?.accountId ?? null,
  })
  await removePasskeysOf(tx, account.id)
  await removeProviderLink(tx, account.id)
  await dropRecoveryCodes(tx, account.id)
  await deleteSessionsOf(tx, account.id)
  await audit(tx, author, 'accounts.password_reset', {
    kind: 'account',
    id: account.id,
    organisationId: null,
  })
  return { initialPassword }
}
