import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** What an organisation is called on a day, or was called last before it. */
export async function organisationNameOn(tx: Tx, organisationId: string, day: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from organisation_profiles
    where tenant_id = ${tx.tenantId} and organisation_id = ${organisationId} and superseded_at is null
    order by (starts_on <= ${day}::date) desc, case when starts_on <= ${day}::date then starts_on end desc, starts_on limit 1`.execute(
    tx,
  )
  return found(rows[0]).name
}
