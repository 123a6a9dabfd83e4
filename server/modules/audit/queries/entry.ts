import { sql } from 'kysely'
import type { AuditEntryDetail } from '#contract/audit.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { entriesOf } from './entry-rows.ts'

/** One entry with its hashes, the first seal and the first anchor that cover it, and the entries before and behind it in its chain. */
export async function getAuditEntry(
  tx: Tx,
  _actor: Actor,
  { chain, seq }: { chain: number; seq: number },
): Promise<AuditEntryDetail> {
  const near = await entriesOf(
    tx,
    sql`select chain, seq from audit_entries where tenant_id = ${tx.tenantId} and chain = ${chain}::int and seq between ${seq}::bigint - 1 and ${seq}::bigint + 1`,
  )
  const at = (number: number) => near.find((entry) => entry.seq === number) ?? null
  const entry = found(at(seq))
  return { ...entry, ...(await vouchersOf(tx, entry)), before: at(seq - 1), after: at(seq + 1) }
}

type Vouchers = Pick<AuditEntryDetail, 'prevHash' | 'hash' | 'seal' | 'anchor'>

async function vouchersOf(tx: Tx, { chain, seq }: { chain: number; seq: number }): Promise<Vouchers> {
  const { rows } = await sql<{
    prevHash: string
    hash: string
    seal: number | null
    sealed_at: Date | null
    anchor: number | null
  }>`
    select encode(e.prev_hash, 'hex') as "prevHash", encode(e.hash, 'hex') as hash, s.number as seal, s.sealed_at, a.number as anchor
    from audit_entries e
    left join lateral (
      select h.seal from audit_seal_heads h where h.tenant_id = e.tenant_id and h.chain = e.chain and h.seq >= e.seq order by h.seq limit 1) head on true
    left join audit_seals s on s.tenant_id = e.tenant_id and s.number = head.seal
    left join lateral (
      select min(a.number) as number from audit_anchors a where a.tenant_id = e.tenant_id and a.seal >= head.seal) a on true
    where e.tenant_id = ${tx.tenantId} and e.chain = ${chain}::int and e.seq = ${seq}`.execute(tx)
  const { seal, sealed_at: sealedAt, ...hashes } = rows[0]!
  return {
    ...hashes,
    seal: seal === null || sealedAt === null ? null : { number: seal, sealedAt: sealedAt.toISOString() },
  }
}
