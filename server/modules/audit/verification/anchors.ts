import { sql } from 'kysely'
import type { BrokenChain, BrokenLink } from '#contract/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { isOurs, type Anchor } from '../anchors/anchor.ts'

/** Chains against the heads that anchors hold; named like chains against seals. */
export async function chainsAgainstAnchors(tx: Tx, anchors: readonly Anchor[]): Promise<BrokenChain[]> {
  const heads = anchors.flatMap((anchor) => anchor.heads)
  if (heads.length === 0) return []
  const { rows } = await sql<BrokenChain>`
    with told as (
      select distinct t.chain, t.seq, decode(t.hash, 'hex') as hash
      from unnest(${heads.map(({ chain }) => chain)}::smallint[], ${heads.map(({ seq }) => seq)}::bigint[], ${heads.map(({ hash }) => hash)}::text[])
        as t (chain, seq, hash)),
    compared as (
      select told.chain, told.seq, e.hash is not distinct from told.hash as agrees from told
      left join audit_entries e on e.tenant_id = ${tx.tenantId} and e.chain = told.chain and e.seq = told.seq)
    select c.chain, min(c.seq) as seq, 'anchor' as problem, 1 + coalesce((
      select max(a.seq) from compared a where a.chain = c.chain and a.agrees
        and a.seq < (select min(d.seq) from compared d where d.chain = c.chain and not d.agrees)), 0) as since
    from compared c where not c.agrees group by c.chain order by c.chain`.execute(tx)
  return rows
}

/**
 * What is wrong with anchors themselves, or with the seals they name: not written with this key (`key`), another seal under that number
 * or none (`seal`), another anchor before it than the one at hand (`previous`).
 */
export async function checkAnchors(tx: Tx, anchors: readonly Anchor[]): Promise<BrokenLink[]> {
  const hashes = await sealHashes(
    tx,
    anchors.map(({ seal }) => seal.number),
  )
  const digests = new Map(anchors.map(({ number, digest }) => [number, digest]))
  return anchors.flatMap((anchor) => {
    const { number, previous, seal } = anchor
    if (!isOurs(tx.keys, anchor)) return [{ number, problem: 'key' }]
    if (hashes.get(seal.number) !== seal.hash) return [{ number, problem: 'seal' }]
    const before = previous === null ? undefined : digests.get(previous.number)
    return before === undefined || before === previous?.digest ? [] : [{ number, problem: 'previous' }]
  })
}

async function sealHashes(tx: Tx, numbers: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ number: number; hash: string }>`
    select number, encode(hash, 'hex') as hash from audit_seals
    where tenant_id = ${tx.tenantId} and number = any(${[...numbers]}::bigint[])`.execute(tx)
  return new Map(rows.map(({ number, hash }) => [number, hash]))
}
