import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict } from '#server/platform/errors.ts'
import { loginHashOf } from '../login.ts'
import { isLoginTaken, loginHashOfAccount, replaceLogin } from '../store.ts'

/** Gives an account another log-in; the old one is free again. Whoever calls has proved who they are. Taken by somebody else: 409. */
export async function chooseLogin(
  tx: Tx,
  author: Author,
  choice: { accountId: string; login: string },
): Promise<void> {
  const loginHash = loginHashOf(tx.keys, choice.login)
  const current = await loginHashOfAccount(tx, choice.accountId)
  if (current?.equals(loginHash)) return
  if (await isLoginTaken(tx, loginHash)) conflict('accounts.login_taken')
  await replaceLogin(tx, choice.accountId, loginHash)
  await audit(tx, author, 'accounts.login_chosen', {
    kind: 'account',
    id: choice.accountId,
    organisationId: null,
  })
}
