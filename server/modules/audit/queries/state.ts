import { sql } from 'kysely'
import type { AuditState } from '#contract/audit.ts'
import type { Actor } from '#server/platform/actor.ts'
import { inTenantReading, type Tx } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { newestAnchor } from './anchors.ts'
import { newestSeal } from './seals.ts'

/** How far the log is sealed, anchored and verified, and where anchors go. */
export async function getAuditState(platform: Platform, actor: Actor): Promise<AuditState> {
  const { anchorFolder, anchorMail } = platform.outside
  const places = { folder: anchorFolder !== null, mail: anchorMail !== null }
  return inTenantReading(platform, actor.tenantId, async (tx) => ({
    ...(await counts(tx)),
    seal: await newestSeal(tx),
    anchor: await newestAnchor(tx),
    places,
    verification: await lastVerification(tx),
  }))
}

async function counts(tx: Tx): Promise<{ entries: number; chains: number }> {
  const { rows } = await sql<{ entries: number; chains: number }>`
    select coalesce(sum(seq), 0)::bigint as entries, count(*) as chains from audit_heads where tenant_id = ${tx.tenantId}`.execute(
    tx,
  )
  return rows[0]!
}

async function lastVerification(tx: Tx): Promise<AuditState['verification']> {
  const { rows } = await sql<{ at: Date; entries: number; broken: number }>`
    select recorded_at as at, (params ->> 'entries')::bigint as entries, (params ->> 'broken')::bigint as broken from audit_entries
    where tenant_id = ${tx.tenantId} and action = 'audit.verified' order by recorded_at desc, id desc limit 1`.execute(
    tx,
  )
  const [row] = rows
  return row === undefined ? null : { ...row, at: row.at.toISOString() }
}
