import { sql } from 'kysely'
import type { CandidacyDeclaration } from '#contract/candidacy.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Keeps what a nominee declared today. */
export async function insertDeclaration(
  tx: Tx,
  declared: { personId: string; organisationId: string; recordedBy: string } & CandidacyDeclaration,
): Promise<void> {
  await sql`
    insert into candidacy_declarations (tenant_id, id, person_id, organisation_id, relation, positions, declared_on, recorded_by)
    values (${tx.tenantId}, ${newId()}, ${declared.personId}, ${declared.organisationId}, ${declared.relation}, ${declared.positions}::text[], app_today(),
      ${declared.recordedBy})`.execute(tx)
}

/** What a person declared last before an organisation; null when nothing. */
export async function latestDeclaration(
  tx: Tx,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<CandidacyDeclaration | null> {
  const { rows } = await sql<CandidacyDeclaration>`
    select relation, positions from candidacy_declarations
    where tenant_id = ${tx.tenantId} and person_id = ${personId} and organisation_id = ${organisationId}
    order by recorded_at desc, id desc limit 1`.execute(tx)
  return rows[0] ?? null
}
