import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { PilotFacts } from './rules.ts'

/** Keeps a step up with its proof; false where the person holds that grade already. */
export async function insertStep(
  tx: Tx,
  step: {
    personId: string
    grade: string
    grantedOn: string
    documentNo: string
    ruleId: string
    facts: PilotFacts
    givenBy: string
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into commissioner_pilot_steps (tenant_id, id, person_id, grade, granted_on, document_no, rule_id, facts, given_by)
    values (${tx.tenantId}, ${newId()}, ${step.personId}, ${step.grade}, ${step.grantedOn}, ${step.documentNo}, ${step.ruleId},
      ${JSON.stringify(step.facts)}, ${step.givenBy}) on conflict do nothing returning 1`.execute(tx)
  return rows.length === 1
}
