import { sql } from 'kysely'
import type { BrokenChain } from '#contract/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** How many entries one statement recomputes: progress is told, and memory is bounded, by this. */
const pageEntries = 20_000

/** Says how many entries have been recomputed. */
export type Progress = (entries: number) => Promise<void>

/**
 * Recomputes every link of every chain, page by page: an edited entry no longer gives its hash (`content`), a deleted or inserted one leaves a
 * `gap`, an exchanged one does not meet the one before (`previous`), a cut tail does not meet the head (`head`). Names the first of each chain.
 */
export async function checkLinks(
  tx: Tx,
  progress: Progress,
): Promise<{ entries: number; chains: number; broken: BrokenChain[] }> {
  const first = new Map<number, BrokenChain>()
  let entries = 0
  let at: Position = { chain: -32_768, seq: 0, hash: '' }
  for (;;) {
    const page = await checkPage(tx, at)
    if (page.count === 0) break
    entries += page.count
    for (const broken of page.broken) if (!first.has(broken.chain)) first.set(broken.chain, broken)
    at = page.last
    await progress(entries)
  }
  for (const broken of await brokenHeads(tx)) if (!first.has(broken.chain)) first.set(broken.chain, broken)
  return { entries, chains: await countChains(tx), broken: [...first.values()] }
}

interface Position {
  chain: number
  seq: number
  /** Of the entry there, in hex. */
  hash: string
}

interface Page {
  count: number
  last: Position
  broken: BrokenChain[]
}

/** The entries behind a position, each against the one before it; the first of a chain against the hash that every chain begins with. */
async function checkPage(tx: Tx, after: Position): Promise<Page> {
  const { rows } = await sql<Page>`
    with page as materialized (
      select * from audit_entries where tenant_id = ${tx.tenantId} and (chain, seq) > (${after.chain}::smallint, ${after.seq}::bigint)
      order by chain, seq limit ${pageEntries}),
    links as (
      select e.chain, e.seq, e.hash, coalesce(lag(e.seq) over chain, case when e.chain = ${after.chain}::smallint then ${after.seq}::bigint else 0 end) as before,
        case when e.seq <> coalesce(lag(e.seq) over chain, case when e.chain = ${after.chain}::smallint then ${after.seq}::bigint else 0 end) + 1 then 'gap'
          when e.prev_hash <> coalesce(lag(e.hash) over chain, case when e.chain = ${after.chain}::smallint then decode(${after.hash}, 'hex')
            else sha256(convert_to(e.tenant_id::text || ':' || e.chain, 'UTF8')) end) then 'previous'
          when e.hash <> audit_digest(e.prev_hash, e) then 'content' end as problem
      from page e window chain as (partition by e.chain order by e.seq)),
    last as (select chain, seq, encode(hash, 'hex') as hash from page order by chain desc, seq desc limit 1)
    select (select count(*) from links) as count, (select to_jsonb(last) from last) as last,
      coalesce((select jsonb_agg(jsonb_build_object('chain', chain, 'seq', seq, 'problem', problem, 'since', since) order by chain) from (
        select distinct on (chain) chain, seq, problem, case problem when 'gap' then least(before + 1, seq) when 'previous' then greatest(before, 1) else seq end as since
        from links where problem is not null order by chain, seq) first), '[]') as broken`.execute(tx)
  return rows[0]!
}

/** Chains whose last entry is not what the head says. Chains of entries are walked by the index, as there are few and the entries are many. */
async function brokenHeads(tx: Tx): Promise<BrokenChain[]> {
  const { rows } = await sql<BrokenChain>`
    with recursive chains as (
      (select chain from audit_entries where tenant_id = ${tx.tenantId} order by chain limit 1)
      union all
      select (select e.chain from audit_entries e where e.tenant_id = ${tx.tenantId} and e.chain > c.chain order by e.chain limit 1)
      from chains c where c.chain is not null),
    last as (
      select c.chain, e.seq, e.hash from chains c
      cross join lateral (select seq, hash from audit_entries e where e.tenant_id = ${tx.tenantId} and e.chain = c.chain order by e.seq desc limit 1) e
      where c.chain is not null)
    select coalesce(h.chain, last.chain) as chain, greatest(h.seq, last.seq, 1) as seq, 'head' as problem,
      case when h.seq = last.seq then h.seq else least(coalesce(h.seq, 0), coalesce(last.seq, 0)) + 1 end as since
    from (select chain, seq, hash from audit_heads where tenant_id = ${tx.tenantId}) h
    full join last on last.chain = h.chain
    where (coalesce(h.seq, 0) <> coalesce(last.seq, 0)) or (last.seq > 0 and h.hash is distinct from last.hash)
    order by 1`.execute(tx)
  return rows
}

async function countChains(tx: Tx): Promise<number> {
  const { rows } = await sql<{ chains: number }>`
    select count(*) as chains from audit_heads where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows[0]!.chains
}
