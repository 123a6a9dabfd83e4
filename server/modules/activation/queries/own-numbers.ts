import { sql } from 'kysely'
import { cardHash, mobileHashes } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { OwnNumbers } from '../rules.ts'

/** Whether a log-in is the person's own mobile or the number of their card in use. */
export async function ownNumbers(tx: Tx, recordIds: readonly string[], login: string): Promise<OwnNumbers> {
  const { rows } = await sql<OwnNumbers>`
    select exists (select from persons where tenant_id = ${tx.tenantId} and id = any(${recordIds}::uuid[])
        and mobile_hash = ${mobileHashes(tx, login).whole}) as "isOwnMobile",
      exists (select from service_cards where tenant_id = ${tx.tenantId} and person_id = any(${recordIds}::uuid[])
        and number_hash = ${cardHash(tx, login)} and superseded_at is null and ends_before is null) as "isOwnCard"`.execute(
    tx,
  )
  return rows[0]!
}
