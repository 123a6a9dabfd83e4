import { sql } from 'kysely'
import type { Honour } from '#contract/honours.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { honourRows } from './honour-rows.ts'

/** An honour as it stands beside what somebody is paid. */
type HonourHeld = Pick<Honour, 'titleZh' | 'titleEn' | 'grantedOn' | 'deed'>

/** The honours a person holds today, the latest first, by every record that is read as theirs. */
export async function heldBy(tx: Tx, personId: string): Promise<HonourHeld[]> {
  const records = await personRecords(tx, personId)
  if (records === null) return []
  const mine = sql`h.holder_person_id = any(${records.recordIds}::uuid[])`
  const { rows } = await sql<HonourHeld>`
    select "titleZh", "titleEn", "grantedOn", deed from (${honourRows(tx, mine)}) h where state = 'held' order by "grantedOn" desc`.execute(
    tx,
  )
  return rows
}
