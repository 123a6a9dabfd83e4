import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { DemoCommissioners } from '../shapes-commissioners.ts'

/** Writes the talent pool; entries that are shared rest on the paper their person signed. Call it when people and posts stand. */
export async function loadCommissioners(
  tx: Tx,
  { talents }: DemoCommissioners,
  ids: { organisations: readonly string[]; persons: readonly string[]; recordedBy: string },
): Promise<void> {
  const rows = talents.map((talent) => ({
    ...talent,
    id: newId(),
    personId: ids.persons[talent.person - 1]!,
    organisationId: ids.organisations[talent.organisation - 1]!,
    wishedStreetIds: talent.wishedStreets.map((street) => ids.organisations[street - 1]!),
    sharingId: newId(),
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, "personId" uuid, "organisationId" uuid, skills text[],
    "trainedHours" int, training text, "availableFrom" date, "fullTime" boolean, "wishedStreetIds" uuid[], "enteredOn" date, "recordedAt" timestamptz,
    "sharedBy" text, "sharingId" uuid)`
  await sql`
    insert into talents (tenant_id, id, person_id, organisation_id, skills, trained_hours, training, available_from, full_time, wished_street_ids,
      entered_on, recorded_at, recorded_by)
    select ${tx.tenantId}, t.id, t."personId", t."organisationId", t.skills, t."trainedHours", t.training, t."availableFrom", t."fullTime",
      t."wishedStreetIds", t."enteredOn", t."recordedAt", ${ids.recordedBy} from ${given}`.execute(tx)
  await sql`
    insert into talent_sharings (tenant_id, id, talent_id, document_no, agreed_at, recorded_by)
    select ${tx.tenantId}, t."sharingId", t.id, t."sharedBy", t."recordedAt", ${ids.recordedBy} from ${given} where t."sharedBy" is not null`.execute(
    tx,
  )
}
