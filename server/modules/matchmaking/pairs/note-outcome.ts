import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What became of a pair on a day, and who says so: one of the two, or an appointment at the desk. */
export interface NewOutcome {
  persons: readonly [string, string]
  outcome: 'contact' | 'dating' | 'couple' | 'married' | 'ended'
  happenedOn: string
  by: { personId: string } | { appointmentId: string }
  organisationId: string
}

/** Adds a line to the outcome ledger of a pair; lines are never changed. */
export async function noteOutcome(tx: Tx, noted: NewOutcome): Promise<void> {
  const [personA, personB] = noted.persons.toSorted()
  const person = 'personId' in noted.by ? noted.by.personId : null
  const appointment = 'appointmentId' in noted.by ? noted.by.appointmentId : null
  await sql`
    insert into pair_outcomes (tenant_id, id, person_a, person_b, outcome, happened_on, told_by_person, noted_by, organisation_id)
    values (${tx.tenantId}, ${newId()}, ${personA}, ${personB}, ${noted.outcome}, ${noted.happenedOn}, ${person}, ${appointment},
      ${noted.organisationId})`.execute(tx)
}
