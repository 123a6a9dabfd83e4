import { sql } from 'kysely'
import type { PlumbingTx, Tx } from '#server/platform/db/transaction.ts'
import { codePolicy, textHours } from './rules.ts'

export type Channel = 'sms' | 'mail'
export type Outcome = 'delivered' | 'kept_in_outbox' | 'undeliverable'

/** Puts a sealed message on its way. */
export async function insertMessage(
  tx: Tx,
  message: {
    id: string
    channel: Channel
    purpose: string
    person_id: string
    content_cipher: Buffer
    job_id: string
  },
): Promise<void> {
  await tx
    .insertInto('messages')
    .values({ tenant_id: tx.tenantId, ...message })
    .execute()
}

/** Notes what became of a message; what was said first stands. */
export async function endMessage(tx: Tx, ending: { message_id: string; outcome: Outcome }): Promise<void> {
  await tx
    .insertInto('message_endings')
    .values({ tenant_id: tx.tenantId, ...ending })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Erases what a message said and to which number. */
export async function eraseContent(tx: Tx, messageId: string): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ content_cipher: null })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', messageId)
    .execute()
}

/** Gives up what has waited for a day, and erases every text older than that; returns how many. */
export async function eraseOldContent(tx: Tx): Promise<number> {
  const old = sql`m.tenant_id = ${tx.tenantId} and m.content_cipher is not null
    and m.created_at < now() - ${sql.lit(textHours)} * interval '1 hour'`
  await sql`insert into message_endings (tenant_id, message_id, outcome)
    select m.tenant_id, m.id, 'undeliverable' from messages m where ${old} on conflict do nothing`.execute(tx)
  const { numAffectedRows } = await sql`update messages m set content_cipher = null where ${old}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Opens a request for a code. */
export async function insertCodeRequest(
  tx: PlumbingTx,
  request: { id: string; purpose: string; tenant_id: string | null; person_id: string | null },
): Promise<void> {
  await tx
    .insertInto('one_time_codes')
    .values({
      ...request,
      expires_at: sql<Date>`now() + ${sql.lit(codePolicy.minutes)} * interval '1 minute'`,
    })
    .execute()
}

/** A request for a code as it is tried. */
export interface CodeRequest {
  tenant_id: string | null
  person_id: string | null
  code_hash: Buffer | null
  open: boolean
  tries: number
}

/** The request, locked, so that no two tries are judged at once; undefined when there is none of this purpose. */
export async function lockCodeRequest(
  tx: PlumbingTx | Tx,
  { id, purpose }: { id: string; purpose: string },
): Promise<CodeRequest | undefined> {
  const { rows } = await sql<CodeRequest>`
    select tenant_id, person_id, code_hash, tries, used_at is null and expires_at > now() as open
    from one_time_codes where id = ${id} and purpose = ${purpose} for update`.execute(tx)
  return rows[0]
}

/** Keeps the hash of the code that was made for a request. */
export async function setCodeHash(tx: PlumbingTx | Tx, id: string, codeHash: Buffer): Promise<void> {
  await tx.updateTable('one_time_codes').set({ code_hash: codeHash }).where('id', '=', id).execute()
}

/** Counts one more try. */
export async function countTry(tx: PlumbingTx | Tx, id: string): Promise<void> {
  await tx
    .updateTable('one_time_codes')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Notes that the code has been used: it never works again. */
export async function useCode(tx: PlumbingTx | Tx, id: string): Promise<void> {
  await tx
    .updateTable('one_time_codes')
    .set({ used_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()
}

/** Forgets requests and counts of days gone by. */
export async function forgetOldCodes(tx: PlumbingTx): Promise<void> {
  await sql`delete from one_time_codes where expires_at < now() - interval '1 day'`.execute(tx)
  await sql`delete from daily_counts where day < app_today() - 1`.execute(tx)
}
