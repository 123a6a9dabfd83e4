import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** An account as sign-in needs it. */
export interface AccountRow {
  id: string
  person_id: string
  password_hash: string
  totp_cipher: Buffer | null
  totp_confirmed_at: Date | null
  totp_last_step: number | null
}

/** The account, locked against a second use of the same one-time code; null when it is not there or closed. */
export async function lockAccount(tx: Tx, accountId: string): Promise<AccountRow | null> {
  const row = await tx
    .selectFrom('accounts as a')
    .select([
      'a.id',
      'a.person_id',
      'a.password_hash',
      'a.totp_cipher',
      'a.totp_confirmed_at',
      'a.totp_last_step',
    ])
    .where('a.tenant_id', '=', tx.tenantId)
    .where('a.id', '=', accountId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('account_closures as c')
            .select('c.account_id')
            .where('c.tenant_id', '=', tx.tenantId)
            .whereRef('c.account_id', '=', 'a.id'),
        ),
      ),
    )
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Adds an account for a person and the keyed hash by which its log-in is found. */
export async function insertAccount(
  tx: Tx,
  account: { id: string; personId: string; passwordHash: string; loginHash: Buffer },
): Promise<void> {
  await tx
    .insertInto('accounts')
    .values({
      tenant_id: tx.tenantId,
      id: account.id,
      person_id: account.personId,
      password_hash: account.passwordHash,
    })
    .execute()
  await tx
    .insertInto('login_directory')
    .values({ login_hash: account.loginHash, tenant_id: tx.tenantId, account_id: account.id })
    .execute()
}

/** Remembers a secret for one-time codes; unconfirmed until the first code has been given. */
export async function saveTotpSecret(tx: Tx, accountId: string, cipher: Buffer): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ totp_cipher: cipher, totp_confirmed_at: null, totp_last_step: null })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .execute()
}

/** Notes that a one-time code of this step was used (no code works twice), and confirms the enrolment with the first. */
export async function useTotpStep(tx: Tx, accountId: string, step: number): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ totp_last_step: step, totp_confirmed_at: sql<Date>`coalesce(totp_confirmed_at, now())` })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .execute()
}

/** Takes the secret of one-time codes away. */
export async function removeTotpSecret(tx: Tx, accountId: string): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ totp_cipher: null, totp_confirmed_at: null, totp_last_step: null })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .execute()
}

/** Notes which sign-in rules the tenant chose. */
export async function insertSignInChoice(
  tx: Tx,
  choice: { preset: string; documentNo: string | null; chosenBy: string | null },
): Promise<void> {
  await tx
    .insertInto('sign_in_choices')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      preset: choice.preset,
      document_no: choice.documentNo,
      chosen_by: choice.chosenBy,
      chosen_at: sql<Date>`clock_timestamp()`,
    })
    .execute()
}

/** Whether somebody signs in by this name already, in any tenant. */
export async function isLoginTaken(tx: Tx, loginHash: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('login_directory')
    .select('account_id')
    .where('login_hash', '=', loginHash)
    .executeTakeFirst()
  return row !== undefined
}

/** The account a log-in leads to, within this tenant. */
export async function accountIdOfLogin(tx: Tx, loginHash: Buffer): Promise<string | null> {
  const row = await tx
    .selectFrom('login_directory')
    .select('account_id')
    .where('login_hash', '=', loginHash)
    .where('tenant_id', '=', tx.tenantId)
    .executeTakeFirst()
  return row?.account_id ?? null
}

/** The hash under which an account's log-in is found; null when it has none. */
export async function loginHashOfAccount(tx: Tx, accountId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('login_directory')
    .select('login_hash')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.login_hash ?? null
}

/** Exchanges the hash under which an account's log-in is found. */
export async function replaceLogin(tx: Tx, accountId: string, loginHash: Buffer): Promise<void> {
  await tx
    .deleteFrom('login_directory')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .execute()
  await tx
    .insertInto('login_directory')
    .values({ login_hash: loginHash, tenant_id: tx.tenantId, account_id: accountId })
    .execute()
}

/** Exchanges the password. Two-step sign-in is switched off with it: whoever lost the one has often lost the other. */
export async function replacePassword(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({
      password_hash: passwordHash,
      totp_cipher: null,
      totp_confirmed_at: null,
      totp_last_step: null,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .execute()
}

/** Closes an account. */
export async function insertClosure(
  tx: Tx,
  accountId: string,
  closing: { closedBy: string | null; reason: string | null },
): Promise<void> {
  await tx
    .insertInto('account_closures')
    .values({
      tenant_id: tx.tenantId,
      account_id: accountId,
      closed_by: closing.closedBy,
      reason: closing.reason,
    })
    .execute()
}
