import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Notes that a person has spoken; false where they had. */
export async function insertGiver(
  tx: Tx,
  giver: { assessmentId: string; organisationId: string; personId: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into assessment_voice_givers (tenant_id, assessment_id, organisation_id, person_id)
    values (${tx.tenantId}, ${giver.assessmentId}, ${giver.organisationId}, ${giver.personId}) on conflict do nothing returning 1`.execute(
    tx,
  )
  return rows.length === 1
}

/** Adds what was said, under random ids: nothing of it says by whom or when. */
export async function insertVoices(
  tx: Tx,
  about: { assessmentId: string; organisationId: string; ruleId: string },
  said: readonly { indicator: string; level: string; value: number }[],
): Promise<void> {
  await sql`
    insert into assessment_voices (tenant_id, id, assessment_id, organisation_id, indicator, level, value, rule_id)
    select ${tx.tenantId}::uuid, n.id, ${about.assessmentId}::uuid, ${about.organisationId}::uuid, n.indicator, n.level, n.value, ${about.ruleId}::uuid
    from unnest(${said.map(() => randomUUID())}::uuid[], ${said.map((each) => each.indicator)}::text[], ${said.map((each) => each.level)}::text[],
      ${said.map((each) => each.value)}::smallint[]) as n (id, indicator, level, value)`.execute(tx)
}
