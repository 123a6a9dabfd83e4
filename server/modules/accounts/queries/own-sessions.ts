import { sql } from 'kysely'
import type { OwnSession } from '#contract/sessions.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Where the person is signed in now, the last used first. */
export async function listOwnSessions(tx: Tx, actor: Actor): Promise<{ items: OwnSession[] }> {
  const { rows } = await sql<{
    id: string
    device: string
    second_factor: string | null
    created_at: Date
    last_seen_at: Date
    ends_at: Date
  }>`
    select id, device, second_factor, created_at, last_seen_at,
      least(expires_at, last_seen_at + idle_seconds * interval '1 second') as ends_at
    from sessions where tenant_id = ${tx.tenantId} and account_id = ${actor.accountId}
      and expires_at > now() and last_seen_at > now() - idle_seconds * interval '1 second'
    order by id = ${actor.sessionId}::uuid desc, last_seen_at desc, id`.execute(tx)
  return {
    items: rows.map((row) => ({
      id: row.id,
      device: row.device,
      secondFactor: row.second_factor,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      isThis: row.id === actor.sessionId,
    })),
  }
}
