import { sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from '../db/transaction.ts'

const fileHold = 4_750_162_004

/** Held by a backup from before its snapshot until its connection ends: what the snapshot names stays on the disk meanwhile. */
export async function holdFiles(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [fileHold])
}

/**
 * Whether no backup is being taken. Files whose removal this transaction can see may then be deleted after it: every later backup has
 * the rows that say so. False: leave them for the next run.
 */
export async function filesMayGo(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{
    free: boolean
  }>`select pg_try_advisory_xact_lock(${fileHold}) as free`.execute(tx)
  return rows[0]!.free
}

/** Waits until no backup is being taken that may still copy a file whose row is gone already; a backup that begins later does not name it. */
export async function waitForBackups(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${fileHold})`.execute(tx)
}
