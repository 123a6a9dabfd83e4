import type { OwnPasskey } from '#contract/passkeys.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { passkeysOf } from '../store-passkeys.ts'

/** One's own passkeys, the oldest first. */
export async function listOwnPasskeys(tx: Tx, actor: Actor): Promise<{ items: OwnPasskey[] }> {
  const rows = await passkeysOf(tx, actor.accountId)
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      madeAt: row.made_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    })),
  }
}
