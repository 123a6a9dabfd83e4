import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import { keyedHash } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import { readQuery } from './rules/query.ts'

/** Ten thousand tails are quickly tried: an account may ask for thirty in ten minutes. A setting of policy, not law. */
const searchesPerWindow = 30
const windowMinutes = 10

/** Counts what somebody searches members for, where it is one of the searches that are limited. */
export async function noteSearch(tx: Tx, actor: Actor, q: string | undefined): Promise<void> {
  if (readQuery(q)?.kind === 'mobileTail') await noteTailSearch(tx, actor)
}

// Counts a search by the tail of a mobile and refuses (429) when there have been too many. All server processes count together.
async function noteTailSearch(tx: Tx, actor: Actor): Promise<void> {
  const key = keyedHash(tx.keys, 'limit', tx.tenantId, `mobile-tail:${actor.accountId}`)
  const window = sql`interval '1 minute' * ${sql.lit(windowMinutes)}`
  const { rows } = await sql<{ searches: number }>`
    insert into limits (key_hash, failures, window_started_at) values (${key}, 1, now())
    on conflict (key_hash) do update set
      failures = case when limits.window_started_at < now() - ${window} then 1 else limits.failures + 1 end,
      window_started_at = case when limits.window_started_at < now() - ${window} then now() else limits.window_started_at end
    returning failures as searches`.execute(tx)
  if (rows[0]!.searches > searchesPerWindow)
    throw new AppError('too_many', 'people.too_many_searches', { minutes: windowMinutes })
}
