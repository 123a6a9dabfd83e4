import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { hashPassword, newInitialPassword } from '../passwords.ts'
import { deleteSessionsOf, lockAccount, replacePassword } from '../store.ts'

/** Gives an open account a new first password, switches two-step sign-in off and ends its sessions. A closed account is "not found". */
export async function resetPassword(
  tx: Tx,
  author: Author,
  input: { accountId: string },
): Promise<{ initialPassword: string }> {
  const account = found(await lockAccount(tx, input.accountId))
  const initialPassword = newInitialPassword()
  await replacePassword(tx, account.id, await hashPassword(initialPassword))
  await deleteSessionsOf(tx, account.id)
  await audit(tx, author, 'accounts.password_reset', {
    kind: 'account',
    id: account.id,
    organisationId: null,
  })
  return { initialPassword }
}
