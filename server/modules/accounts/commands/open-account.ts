import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { mustBeGoodPassword } from '../good-password.ts'
import { loginHashOf } from '../login.ts'
import { hashPassword, newInitialPassword } from '../passwords.ts'
import { insertAccount, isLoginTaken } from '../store.ts'
import { insertPasswordChange } from '../store-passwords.ts'

/** Gives a person a log-in and a first password, which is told once and kept nowhere. A log-in is unique among all tenants: 409 when taken. */
export async function openAccount(
  tx: Tx,
  author: Author,
  input: { personId: string; login: string },
): Promise<{ accountId: string; initialPassword: string }> {
  const loginHash = loginHashOf(tx.keys, input.login)
  if (await isLoginTaken(tx, loginHash)) conflict('accounts.login_taken')
  const accountId = newId()
  const initialPassword = newInitialPassword()
  const passwordHash = await hashPassword(initialPassword)
  await insertAccount(tx, { id: accountId, personId: input.personId, passwordHash, loginHash })
  await insertPasswordChange(tx, {
    accountId,
    origin: 'first',
    passwordHash,
    changedBy: author?.accountId ?? null,
  })
  await audit(tx, author, 'accounts.opened', { kind: 'account', id: accountId, organisationId: null })
  return { accountId, initialPassword }
}

/**
 * Gives a person a log-in and the password they chose themselves, by the tenant's rules (400 at the field `password` otherwise).
 * A log-in is unique among all tenants: 409 when taken.
 */
export async function openAccountWithPassword(
  tx: Tx,
  author: Author,
  input: { personId: string; login: string; password: string },
): Promise<{ accountId: string }> {
  const loginHash = loginHashOf(tx.keys, input.login)
  if (await isLoginTaken(tx, loginHash)) conflict('accounts.login_taken')
  await mustBeGoodPassword(tx, { ...input, accountId: null, loginHash, field: 'password' })
  const accountId = newId()
  const passwordHash = await hashPassword(input.password)
  await insertAccount(tx, { id: accountId, personId: input.personId, passwordHash, loginHash })
  await insertPasswordChange(tx, { accountId, origin: 'own', passwordHash, changedBy: accountId })
  await audit(tx, author, 'accounts.opened', { kind: 'account', id: accountId, organisationId: null })
  return { accountId }
}
