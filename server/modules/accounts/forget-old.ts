import { sql } from 'kysely'
import { ruleOfAll } from '#server/modules/rules/index.ts'
import { inPlumbing } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { GuessingRule } from './rules/lockout.ts'

/** The kind of the nightly job that forgets what sign-in no longer needs. */
export const forgetJobKind = 'accounts.forget_old'

/** Deletes sessions that are over, counters nobody asks any more, unanswered questions, and places not seen for as long as they count. */
export function forgetOld(platform: Platform): JobHandler {
  return async () => {
    await inPlumbing(platform.pool, async (tx) => {
      const { value: rule } = await ruleOfAll<GuessingRule>(tx, 'sign_in.guessing')
      await sql`delete from sessions where expires_at < now() or last_seen_at < now() - idle_seconds * interval '1 second'`.execute(
        tx,
      )
      await sql`delete from limits where window_started_at < now() - interval '2 days'
        and coalesce(blocked_until, '-infinity') < now() - interval '1 day'`.execute(tx)
      await sql`delete from sign_in_challenges where expires_at < now()`.execute(tx)
      await sql`delete from sign_in_places where seen_at < now() - ${rule.placeDays} * interval '1 day'`.execute(
        tx,
      )
    })
    return {}
  }
}
