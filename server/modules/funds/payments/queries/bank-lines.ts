import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { openHidden } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'

/** A line as the bank gets it, in clear. */
export interface BankLine {
  lineId: string
  number: number
  holder: string
  account: string
  bankName: string
  amountFen: number
}

/** An account in clear, of a row with its ciphers and the keys of the person. */
interface Sealed {
  numberCipher: Buffer
  holderCipher: Buffer
  wrappedKey: Buffer | null
  masterKeyId: number | null
}

/** The lines of a list in their order, accounts in clear. Refuses (422) where one of them was erased. */
export async function bankLines(tx: Tx, batchId: string): Promise<BankLine[]> {
  const { rows } = await sql<Omit<BankLine, 'holder' | 'account'> & Sealed>`
    select l.id as "lineId", l.number, a.bank_name as "bankName", l.amount_fen as "amountFen", a.number_cipher as "numberCipher",
      a.holder_cipher as "holderCipher", k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from payment_lines l
    join payee_accounts a on a.tenant_id = l.tenant_id and a.id = l.payee_account_id
    left join person_keys k on k.tenant_id = a.tenant_id and k.person_id = a.person_id
    where l.tenant_id = ${tx.tenantId} and l.batch_id = ${batchId} order by l.number`.execute(tx)
  return rows.map(({ lineId, number, bankName, amountFen, ...sealed }) => ({
    lineId,
    number,
    bankName,
    amountFen,
    ...(inClear(tx, sealed) ?? refuse('funds.payee_erased')),
  }))
}

/** Accounts by their ids in clear; one that was erased is left out. */
export async function accountsInClear(
  tx: Tx,
  accountIds: readonly string[],
): Promise<Map<string, { holder: string; account: string; bankName: string }>> {
  const { rows } = await sql<{ id: string; bankName: string } & Sealed>`
    select a.id, a.bank_name as "bankName", a.number_cipher as "numberCipher", a.holder_cipher as "holderCipher",
      k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from payee_accounts a left join person_keys k on k.tenant_id = a.tenant_id and k.person_id = a.person_id
    where a.tenant_id = ${tx.tenantId} and a.id = any(${accountIds}::uuid[])`.execute(tx)
  const accounts = new Map<string, { holder: string; account: string; bankName: string }>()
  for (const { id, bankName, ...sealed } of rows) {
    const clear = inClear(tx, sealed)
    if (clear !== null) accounts.set(id, { bankName, ...clear })
  }
  return accounts
}

/** SHA-256 over every line as the bank gets it: number, holder, account, bank, fen. */
export function checksumOf(lines: readonly Omit<BankLine, 'lineId'>[]): Buffer {
  const text = lines.map((line) =>
    [line.number, line.holder, line.account, line.bankName, line.amountFen].join('|'),
  )
  return createHash('sha256').update(text.join('\n')).digest()
}

function inClear(tx: Tx, sealed: Sealed): { holder: string; account: string } | null {
  const account = openHidden(tx.keys, sealed, sealed.numberCipher.length > 0 ? sealed.numberCipher : null)
  const holder = openHidden(tx.keys, sealed, sealed.holderCipher.length > 0 ? sealed.holderCipher : null)
  return account === null || holder === null ? null : { holder, account }
}
