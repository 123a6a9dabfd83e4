import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { personRecords } from '../person-scope.ts'
import { nearTo } from './relatives.ts'

/**
 * Who of a person and their declared near relatives holds a post today in an organisation, or in the union that covers it, by any of their records:
 * the person first. Whoever serves there does not judge it. Null: nobody.
 */
export async function whoServesThere(
  tx: Tx,
  personId: string,
  organisationId: string,
): Promise<'oneself' | 'relative' | null> {
  const near = [...(await nearTo(tx, personId))]
  const { rows } = await sql<{ personId: string }>`
    select a.person_id as "personId" from appointments a
    where a.tenant_id = ${tx.tenantId} and a.person_id = any(${near}::uuid[]) and a.superseded_at is null
      and a.starts_on <= app_today() and (a.ends_before is null or a.ends_before > app_today())
      and (a.organisation_id = ${organisationId} or exists (select from coverages c where c.tenant_id = a.tenant_id and c.union_id = a.organisation_id
        and c.employer_id = ${organisationId} and c.starts_on <= app_today() and (c.ends_before is null or c.ends_before > app_today())))`.execute(
    tx,
  )
  if (rows.length === 0) return null
  const own = (await personRecords(tx, personId))?.recordIds ?? [personId]
  return rows.some((row) => own.includes(row.personId)) ? 'oneself' : 'relative'
}
