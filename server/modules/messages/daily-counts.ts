import { sql } from 'kysely'
import { keyedHash, type MasterKeys } from '#server/platform/crypto.ts'
import type { PlumbingTx, Tx } from '#server/platform/db/transaction.ts'

/** What is counted: `of` says which cap it is, `value` whose; only a keyed hash of both is kept. */
export interface Counted {
  of: string
  value: string
  perDay: number
}

/**
 * Counts one use on today's date; false when the cap has been reached. One statement, so that any number of processes asking at once
 * together get no more than the cap.
 */
export async function countToday(tx: PlumbingTx | Tx, keys: MasterKeys, counted: Counted): Promise<boolean> {
  const key = keyedHash(keys, 'limit', '', `day:${counted.of}:${counted.value}`)
  const { rows } = await sql`
    insert into daily_counts (key_hash, day, used) values (${key}, app_today(), 1)
    on conflict (key_hash, day) do update set used = daily_counts.used + 1 where daily_counts.used < ${counted.perDay}
    returning used`.execute(tx)
  return rows.length > 0
}
