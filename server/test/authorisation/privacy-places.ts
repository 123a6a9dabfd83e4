import { sql } from 'kysely'
import { submitApproval } from '#server/modules/approvals/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeOrganisation } from '#server/test/makers.ts'

/** What stands at a place for requests about privacy to aim at. */
export interface PrivacyPlace {
  /** A correction of the member's data there that waits for a decision. */
  approvalId: string
  /** A breach there that was contained. */
  breachId: string
  /** An answered complaint about something below, which lies there. */
  complaintId: string
}

/** The same of a place that does not exist. */
export const nowhereToLookAfter: PrivacyPlace = {
  approvalId: newId(),
  breachId: newId(),
  complaintId: newId(),
}

/** Makes it for an organisation and a member there. */
export async function privacyAt(tx: Tx, organisationId: string, memberId: string): Promise<PrivacyPlace> {
  return {
    approvalId: await approvalOf(tx, organisationId, memberId),
    breachId: await privacyRecordsOf(tx, organisationId),
    complaintId: await complaintOf(tx, organisationId, memberId),
  }
}

async function approvalOf(tx: Tx, organisationId: string, memberId: string): Promise<string> {
  const asker = { personId: memberId, appointment: null, accountId: newId(), today: '2026-01-01' } as Actor
  return submitApproval(tx, asker, {
    kind: 'correction',
    organisationId,
    subjectId: null,
    personId: memberId,
    params: {},
    reason: '',
  })
}

/** An impact assessment and a contained breach of an organisation; gives the breach. */
async function privacyRecordsOf(tx: Tx, organisationId: string): Promise<string> {
  const id = newId()
  await sql`insert into privacy_assessments (tenant_id, id, organisation_id, occasion, subject, necessity, risks, measures, conclusion, assessed_on, recorded_by)
    values (${tx.tenantId}, ${id}, ${organisationId}, 'sharing', '-', '-', '-', '-', 'go', '2026-01-01', ${id})`.execute(
    tx,
  )
  await sql`insert into breaches (tenant_id, id, organisation_id, noticed_at, kinds, cause, harm, remedy, recorded_by)
    values (${tx.tenantId}, ${id}, ${organisationId}, now(), '{name}', '-', '-', '-', ${id})`.execute(tx)
  await sql`insert into breach_steps (tenant_id, breach_id, step, note, taken_by) values (${tx.tenantId}, ${id}, 'contained', '-', ${id})`.execute(
    tx,
  )
  return id
}

async function complaintOf(tx: Tx, organisationId: string, memberId: string): Promise<string> {
  const id = newId()
  const below = await makeOrganisation(tx, { kind: 'other', name: '下属机构', parentId: organisationId })
  await sql`insert into complaints (tenant_id, id, receipt_no, subject, about_organisation_id, handler_organisation_id, filer_id, filer_hash)
    values (${tx.tenantId}, ${id}, ${id}, 'service', ${below}, ${organisationId}, ${memberId}, ${Buffer.from(memberId)})`.execute(
    tx,
  )
  await sql`insert into complaint_acts (tenant_id, complaint_id, number, act, handler_organisation_id, filer_hash)
    values (${tx.tenantId}, ${id}, 1, 'filed', ${organisationId}, ${Buffer.from(memberId)}),
      (${tx.tenantId}, ${id}, 2, 'answered', ${organisationId}, ${Buffer.from(memberId)})`.execute(tx)
  return id
}
