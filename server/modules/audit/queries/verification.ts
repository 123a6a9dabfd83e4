import { sql } from 'kysely'
import type { AuditVerification } from '#contract/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/**
 * Recomputes every link of every chain of the tenant, set-wise: an edited entry no longer gives its hash, a deleted or swapped one
 * leaves a gap, a cut tail no longer meets the head. What lies after the last outside copy of the heads is found only while the heads are untouched.
 */
export async function verifyChains(tx: Tx): Promise<AuditVerification> {
  const { rows: totals } = await sql<{ entries: number; chains: number }>`
    select (select count(*) from audit_entries where tenant_id = ${tx.tenantId}) as entries,
      (select count(*) from audit_heads where tenant_id = ${tx.tenantId}) as chains`.execute(tx)
  const { rows: broken } = await sql<{ chain: number; seq: number; problem: string }>`
    with links as (
      select e.chain, e.seq, case
          when e.seq <> coalesce(lag(e.seq) over w, 0) + 1 then 'gap'
          when e.prev_hash <> coalesce(lag(e.hash) over w, sha256(convert_to(e.tenant_id::text || ':' || e.chain, 'UTF8'))) then 'previous'
          when e.hash <> audit_digest(e.prev_hash, e) then 'content' end as problem
      from audit_entries e where e.tenant_id = ${tx.tenantId} window w as (partition by e.chain order by e.seq)
      union all
      select h.chain, h.seq, 'head' from audit_heads h
      left join lateral (select seq, hash from audit_entries e where e.tenant_id = h.tenant_id and e.chain = h.chain order by seq desc limit 1) last on true
      where h.tenant_id = ${tx.tenantId}
        and (h.seq <> coalesce(last.seq, 0) or (h.seq > 0 and h.hash <> last.hash)))
    select distinct on (chain) chain, seq, problem from links where problem is not null order by chain, seq`.execute(
    tx,
  )
  return { ...totals[0]!, broken }
}
