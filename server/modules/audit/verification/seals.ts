import { sql } from 'kysely'
import type { BrokenChain, BrokenLink } from '#contract/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** How many seals one statement recomputes. */
const pageSeals = 5000

/**
 * Recomputes the chain of seals, page by page: the first that is missing (`gap`), does not meet the one before (`previous`), or no longer
 * gives its hash (`content`).
 */
export async function checkSeals(
  tx: Tx,
): Promise<{ seals: number; sealedAt: string | null; broken: BrokenLink[] }> {
  let first: BrokenLink | null = null
  let last: Last = { number: 0, hash: '', sealedAt: null }
  let seals = 0
  for (;;) {
    const page = await checkPage(tx, last)
    if (page.count === 0) break
    seals += page.count
    first ??= page.broken
    last = page.last
  }
  return { seals, sealedAt: last.sealedAt, broken: first === null ? [] : [first] }
}

interface Last {
  number: number
  hash: string
  sealedAt: string | null
}

async function checkPage(
  tx: Tx,
  after: Last,
): Promise<{ count: number; last: Last; broken: BrokenLink | null }> {
  const { rows } = await sql<{ count: number; last: Last; broken: BrokenLink | null }>`
    with page as materialized (
      select * from audit_seals where tenant_id = ${tx.tenantId} and number > ${after.number} order by number limit ${pageSeals}),
    heads as (
      select h.seal, string_agg(h.chain || ':' || h.seq || ':' || encode(h.hash, 'hex'), ',' order by h.chain) as text
      from audit_seal_heads h where h.tenant_id = ${tx.tenantId} and h.seal > ${after.number} and h.seal <= (select max(number) from page)
      group by h.seal),
    links as (
      select s.number,
        case when s.number <> coalesce(lag(s.number) over seals, ${after.number}::bigint) + 1 then 'gap'
          when s.prev_hash <> coalesce(lag(s.hash) over seals, case when ${after.number} = 0
            then sha256(convert_to(s.tenant_id::text || ':seals', 'UTF8')) else decode(${after.hash}, 'hex') end) then 'previous'
          when s.hash <> audit_seal_digest(s, coalesce(h.text, '')) then 'content' end as problem
      from page s left join heads h on h.seal = s.number window seals as (order by s.number))
    select (select count(*) from page) as count,
      (select jsonb_build_object('number', number, 'hash', encode(hash, 'hex'), 'sealedAt', sealed_at) from page order by number desc limit 1) as last,
      (select jsonb_build_object('number', number, 'problem', problem) from links where problem is not null order by number limit 1) as broken`.execute(
    tx,
  )
  return rows[0]!
}

/**
 * Chains that are not what they were when they were sealed: rewritten, with all hashes new, or gone. `seq` is the first sealed head that
 * differs, `since` the entry after the last one that still agrees: the change lies between.
 */
export async function chainsAgainstSeals(tx: Tx): Promise<BrokenChain[]> {
  const { rows } = await sql<BrokenChain>`
    select broken.chain, broken.seq, 'seal' as problem, 1 + coalesce((
      select max(s.seq) from audit_seal_heads s where s.tenant_id = ${tx.tenantId} and s.chain = broken.chain and s.seq < broken.seq), 0) as since
    from (
      select distinct on (s.chain) s.chain, s.seq from audit_seal_heads s
      left join audit_entries e on e.tenant_id = s.tenant_id and e.chain = s.chain and e.seq = s.seq
      where s.tenant_id = ${tx.tenantId} and e.hash is distinct from s.hash order by s.chain, s.seq) broken`.execute(
    tx,
  )
  return rows
}
