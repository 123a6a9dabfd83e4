import { sql } from 'kysely'
import { keyedHash, type MasterKeys } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A registered passkey. */
export interface PasskeyRow {
  id: string
  account_id: string
  credential_id: Buffer
  public_key: Buffer
  counter: number
  name: string
  made_at: Date
  last_used_at: Date | null
}

/** Hash under which a credential stands in the directory. */
export function credentialHashOf(keys: MasterKeys, credentialId: Buffer): Buffer {
  return keyedHash(keys, 'passkey', '', credentialId.toString('hex'))
}

/** The passkeys an account has, the oldest first. */
export async function passkeysOf(tx: Tx, accountId: string): Promise<PasskeyRow[]> {
  return selectPasskeys(tx).where('account_id', '=', accountId).orderBy('made_at').execute()
}

/** The account's passkey with this credential, locked against a second use at the same moment; null when there is none. */
export async function lockPasskey(
  tx: Tx,
  accountId: string,
  credentialId: Buffer,
): Promise<PasskeyRow | null> {
  const row = await selectPasskeys(tx)
    .where('account_id', '=', accountId)
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Adds a passkey and the hash by which it leads to its account. */
export async function insertPasskey(
  tx: Tx,
  passkey: {
    accountId: string
    credentialId: Buffer
    publicKey: Buffer
    counter: number
    transports: string[]
    name: string
  },
): Promise<void> {
  await tx
    .insertInto('passkeys')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      account_id: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      name: passkey.name,
    })
    .execute()
  await tx
    .insertInto('passkey_directory')
    .values({
      credential_hash: credentialHashOf(tx.keys, passkey.credentialId),
      tenant_id: tx.tenantId,
      account_id: passkey.accountId,
    })
    .execute()
}

/** Notes that a passkey was used, and how often its authenticator says it was. */
export async function notePasskeyUse(tx: Tx, passkeyId: string, counter: number): Promise<void> {
  await tx
    .updateTable('passkeys')
    .set({ counter, last_used_at: sql<Date>`now()` })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', passkeyId)
    .execute()
}

/** Removes one passkey of an account; false when the account has no such passkey. */
export async function removePasskeyOf(tx: Tx, accountId: string, passkeyId: string): Promise<boolean> {
  const row = await tx
    .updateTable('passkeys')
    .set({ removed_at: sql<Date>`now()` })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '=', passkeyId)
    .where('removed_at', 'is', null)
    .returning('credential_id')
    .executeTakeFirst()
  if (row === undefined) return false
  await tx
    .deleteFrom('passkey_directory')
    .where('credential_hash', '=', credentialHashOf(tx.keys, row.credential_id))
    .execute()
  return true
}

/** Removes every passkey of an account. */
export async function removePasskeysOf(tx: Tx, accountId: string): Promise<void> {
  for (const { id } of await passkeysOf(tx, accountId)) await removePasskeyOf(tx, accountId, id)
}

function selectPasskeys(tx: Tx) {
  return tx
    .selectFrom('passkeys')
    .select(['id', 'account_id', 'credential_id', 'public_key', 'counter', 'name', 'made_at', 'last_used_at'])
    .where('tenant_id', '=', tx.tenantId)
    .where('removed_at', 'is', null)
}
