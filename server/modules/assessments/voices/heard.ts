import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What members said by phone of an indicator at an organisation: how many, and their mean in hundredths of a point. */
export interface HeardByPhone {
  indicator: string
  organisationId: string
  value: number
  voices: number
  at: Date
}

/** What was said of an assessment, where at least so many spoke: of fewer not even the mean leaves the table. */
export async function heardByPhone(
  tx: Tx,
  assessmentId: string,
  leastVoices: number,
): Promise<HeardByPhone[]> {
  const { rows } = await sql<HeardByPhone>`
    select indicator, organisation_id as "organisationId", round(avg(value))::int as value, count(*)::int as voices, app_now() as at
    from assessment_voices where tenant_id = ${tx.tenantId} and assessment_id = ${assessmentId}
    group by indicator, organisation_id having count(*) >= ${leastVoices} order by indicator, organisation_id`.execute(
    tx,
  )
  return rows
}

/** How many have spoken, of all organisations. */
export async function voicesGiven(tx: Tx, assessmentId: string): Promise<number> {
  const { rows } = await sql<{ given: number }>`
    select count(*)::int as given from assessment_voice_givers where tenant_id = ${tx.tenantId} and assessment_id = ${assessmentId}`.execute(
    tx,
  )
  return rows[0]!.given
}
