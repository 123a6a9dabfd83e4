import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'

/**
 * Passes when the person agrees to the purpose in its present version; refuses otherwise. Whatever is done in this transaction rests on it: a
 * withdrawal at the same moment waits, and nothing begun afterwards passes. Records merged into one person count together.
 */
export async function mustConsent(tx: Tx, personId: string, purpose: string): Promise<void> {
  await sql`select from persons where tenant_id = ${tx.tenantId} and id = ${personId} for share`.execute(tx)
  if (!(await consents(tx, personId, purpose))) refuse('consents.missing', { purpose })
}

/** Whether the person agrees at this moment. */
export async function consents(tx: Tx, personId: string, purpose: string): Promise<boolean> {
  const { rows } = await sql<{ given: boolean }>`
    with root as (
      select coalesce((select a.person_id from person_aliases a where a.tenant_id = ${tx.tenantId} and a.alias_id = ${personId}
        and a.undone_at is null), ${personId}::uuid) as id),
    record as (
      select id from root union all
      select a.alias_id from person_aliases a join root on a.person_id = root.id where a.tenant_id = ${tx.tenantId} and a.undone_at is null)
    select exists (
      select from consents c
      where c.tenant_id = ${tx.tenantId} and c.person_id in (select id from record) and c.purpose = ${purpose}
        and c.version = (select max(p.version) from processing_purposes p where p.code = c.purpose and p.starts_on <= app_today())
        and not exists (select from consent_withdrawals w where w.tenant_id = c.tenant_id and w.consent_id = c.id)) as given`.execute(
    tx,
  )
  return rows[0]!.given
}
