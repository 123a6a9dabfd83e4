import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What an entry of the pool says of a person. */
export interface TalentEntry {
  skills: readonly string[]
  trainedHours: number
  training: string | null
  availableFrom: string
  fullTime: boolean
  wishedStreetIds: readonly string[]
  wishes: string | null
}

/** Adds a person (the root record) to the pool today; null when they are in it already. */
export async function insertTalent(
  tx: Tx,
  talent: { personId: string; organisationId: string; recordedBy: string; entry: TalentEntry },
): Promise<string | null> {
  const { entry } = talent
  const { rows } = await sql<{ id: string }>`
    insert into talents (tenant_id, id, person_id, organisation_id, skills, trained_hours, training, available_from, full_time, wished_street_ids, wishes,
      entered_on, recorded_by)
    values (${tx.tenantId}, ${newId()}, ${talent.personId}, ${talent.organisationId}, ${entry.skills}::text[], ${entry.trainedHours}, ${entry.training},
      ${entry.availableFrom}, ${entry.fullTime}, ${entry.wishedStreetIds}::uuid[], ${entry.wishes}, app_today(), ${talent.recordedBy})
    on conflict (tenant_id, person_id) where ended_on is null do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Puts an open entry right. */
export async function updateTalent(tx: Tx, id: string, entry: TalentEntry): Promise<void> {
  await sql`
    update talents set skills = ${entry.skills}::text[], trained_hours = ${entry.trainedHours}, training = ${entry.training},
      available_from = ${entry.availableFrom}, full_time = ${entry.fullTime}, wished_street_ids = ${entry.wishedStreetIds}::uuid[], wishes = ${entry.wishes}
    where tenant_id = ${tx.tenantId} and id = ${id} and ended_on is null`.execute(tx)
}

/** Closes an entry today, and whatever sharing it had. */
export async function endTalentEntry(tx: Tx, id: string, reason: string): Promise<void> {
  await sql`update talents set ended_on = app_today(), end_reason = ${reason}, ended_at = app_now()
    where tenant_id = ${tx.tenantId} and id = ${id} and ended_on is null`.execute(tx)
  await endSharing(tx, id)
}

/** The entry may be seen by the other streets from now on: by the person's own word, or on paper with its number. */
export async function insertSharing(
  tx: Tx,
  sharing: { talentId: string; documentNo: string | null; recordedBy: string | null },
): Promise<void> {
  await sql`
    insert into talent_sharings (tenant_id, id, talent_id, document_no, agreed_at, recorded_by)
    values (${tx.tenantId}, ${newId()}, ${sharing.talentId}, ${sharing.documentNo}, app_now(), ${sharing.recordedBy})
    on conflict (tenant_id, talent_id) where ended_at is null do nothing`.execute(tx)
}

/** No longer. */
export async function endSharing(tx: Tx, talentId: string): Promise<void> {
  await sql`update talent_sharings set ended_at = app_now()
    where tenant_id = ${tx.tenantId} and talent_id = ${talentId} and ended_at is null`.execute(tx)
}
