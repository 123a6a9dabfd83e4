import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { hashPassword } from './passwords.ts'
import { mustBeGoodPassword } from './good-password.ts'
import { signInRule } from './queries/sign-in-rule.ts'
import { loginHashOfAccount } from './store.ts'
import { forgetOldPasswords, insertPasswordChange, setPassword } from './store-passwords.ts'
import { tellHolder } from './tell-holder.ts'

/**
 * Gives an account the password its holder chose, by the tenant's rules (400 at `field` otherwise). Whoever calls has proved who they are, and
 * ends the account's sessions as the case asks. Second factors stay as they are. The
 * holder is told by a text message.
 */
export async function choosePassword(
  tx: Tx,
  author: Author,
  choice: { accountId: string; personId: string; password: string; field: string },
): Promise<void> {
  const loginHash = await loginHashOfAccount(tx, choice.accountId)
  await mustBeGoodPassword(tx, { ...choice, loginHash })
  const passwordHash = await hashPassword(choice.password)
  await setPassword(tx, choice.accountId, passwordHash)
  await insertPasswordChange(tx, {
    accountId: choice.accountId,
    origin: 'own',
    passwordHash,
    changedBy: author?.accountId ?? null,
  })
  const { value: rule } = await signInRule(tx)
  await forgetOldPasswords(tx, choice.accountId, rule.previousRefused)
  await tellHolder(tx, choice.personId)
  await audit(tx, author, 'accounts.password_chosen', {
    kind: 'account',
    id: choice.accountId,
    organisationId: null,
  })
}
