import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { NewClaim } from '../../claims/store.ts'

/** What the lines of a list pay, line by line: one payee may get a stipend and an award together. */
export async function reasonsByLine(tx: Tx, batchId: string): Promise<Map<string, NewClaim['reason'][]>> {
  const { rows } = await sql<{ lineId: string; reasons: NewClaim['reason'][] }>`
    select l.id as "lineId", array_agg(distinct c.reason order by c.reason desc) as reasons
    from payment_lines l
    join payment_line_claims lc on lc.tenant_id = l.tenant_id and lc.line_id = l.id
    join claims c on c.tenant_id = lc.tenant_id and c.id = lc.claim_id
    where l.tenant_id = ${tx.tenantId} and l.batch_id = ${batchId} group by l.id`.execute(tx)
  return new Map(rows.map(({ lineId, reasons }) => [lineId, reasons]))
}
