import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What is due to a person, in fen: gross = tax + net. `number` is 0 at first, then counts the differences. */
export interface NewClaim {
  id: string
  organisationId: string
  personId: string
  reason: 'stipend' | 'award' | 'benefit'
  period: string
  number: number
  grossFen: number
  taxFen: number
  netFen: number
}

/** Adds claims on a budget with one statement. The same person, reason, period and number exist once: a second writer is refused (409). */
export async function insertClaims(
  tx: Tx,
  on: { budgetId: string; taxCategory: string; claimedBy: string | null },
  claims: readonly NewClaim[],
): Promise<void> {
  await sql`
    insert into claims (tenant_id, id, budget_id, organisation_id, person_id, reason, period, number, gross_fen, tax_fen, net_fen, tax_category, claimed_by)
    select ${tx.tenantId}, c.id, ${on.budgetId}, c."organisationId", c."personId", c.reason, c.period, c.number, c."grossFen", c."taxFen", c."netFen",
      ${on.taxCategory}, ${on.claimedBy}
    from json_to_recordset(${JSON.stringify(claims)}::json) as c (id uuid, "organisationId" uuid, "personId" uuid, reason text, period text,
      number smallint, "grossFen" bigint, "taxFen" bigint, "netFen" bigint)`.execute(tx)
}
