import { sql } from 'kysely'
import { keyedHash } from '#server/platform/crypto.ts'
import { inPlumbing } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { blockSecondsAfter, lockoutPolicy } from './rules.ts'

/** Refuses (429) while a log-in is shut after too many failures. Counted in the database, so all server processes agree. */
export async function mustNotBeBlocked(platform: Platform, login: string): Promise<void> {
  const row = await inPlumbing(platform.pool, (tx) =>
    tx
      .selectFrom('limits')
      .select(sql<number>`ceil(extract(epoch from blocked_until - now()))::int`.as('seconds'))
      .where('key_hash', '=', keyOf(platform, login))
      .where('blocked_until', '>', sql<Date>`now()`)
      .executeTakeFirst(),
  )
  if (row !== undefined) throw new AppError('too_many', 'sessions.locked', { seconds: row.seconds })
}

/** Counts a failed sign-in of a log-in and shuts it when there have been too many. Unknown log-ins count alike. */
export async function noteFailure(platform: Platform, login: string): Promise<void> {
  const { windowSeconds } = lockoutPolicy
  await inPlumbing(platform.pool, async (tx) => {
    const key = keyOf(platform, login)
    const { rows } = await sql<{ failures: number }>`
      insert into limits (key_hash, failures, window_started_at) values (${key}, 1, now())
      on conflict (key_hash) do update set
        failures = case when limits.window_started_at < now() - ${sql.lit(windowSeconds)} * interval '1 second'
          and coalesce(limits.blocked_until, '-infinity') < now() - ${sql.lit(windowSeconds)} * interval '1 second' then 1 else limits.failures + 1 end,
        window_started_at = case when limits.window_started_at < now() - ${sql.lit(windowSeconds)} * interval '1 second' then now() else limits.window_started_at end
      returning failures`.execute(tx)
    const seconds = blockSecondsAfter(rows[0]!.failures, lockoutPolicy)
    if (seconds === 0) return
    await tx
      .updateTable('limits')
      .set({ blocked_until: sql<Date>`now() + ${seconds} * interval '1 second'` })
      .where('key_hash', '=', key)
      .execute()
  })
}

/** A successful sign-in forgets the failures before it. */
export async function forgetFailures(platform: Platform, login: string): Promise<void> {
  await inPlumbing(platform.pool, (tx) =>
    tx.deleteFrom('limits').where('key_hash', '=', keyOf(platform, login)).execute(),
  )
}

function keyOf(platform: Platform, login: string): Buffer {
  return keyedHash(platform.keys, 'limit', '', `login:${login.trim().toLowerCase()}`)
}
