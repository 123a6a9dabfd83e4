import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** One item as it was found. `evidenceId` is what its picture belongs to; null: no picture. */
export interface Finding {
  item: string
  isMet: boolean
  validUntil: string | null
  evidenceId: string | null
  note: string
}

/** Keeps an inspection with its findings; gives its id. */
export async function insertInspection(
  tx: Tx,
  inspection: {
    venueId: string
    ruleId: string
    inspectedOn: string
    revisitOn: string | null
    note: string
    inspectedBy: string
    findings: readonly Finding[]
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('venue_inspections')
    .values({
      tenant_id: tx.tenantId,
      id,
      venue_id: inspection.venueId,
      rule_id: inspection.ruleId,
      inspected_on: inspection.inspectedOn,
      revisit_on: inspection.revisitOn,
      note: inspection.note,
      inspected_by: inspection.inspectedBy,
    })
    .execute()
  await tx
    .insertInto('venue_findings')
    .values(
      inspection.findings.map((finding) => ({
        tenant_id: tx.tenantId,
        inspection_id: id,
        item: finding.item,
        is_met: finding.isMet,
        valid_until: finding.validUntil,
        evidence_id: finding.evidenceId,
        note: finding.note,
      })),
    )
    .execute()
  return id
}

/** An id for what a picture will belong to. */
export function newEvidenceId(): string {
  return randomUUID()
}

/** Whether a picture belongs to a finding of the venue. */
export async function isEvidenceOf(tx: Tx, of: { venueId: string; evidenceId: string }): Promise<boolean> {
  const { rows } = await sql`
    select from venue_findings f join venue_inspections i on i.tenant_id = f.tenant_id and i.id = f.inspection_id
    where f.tenant_id = ${tx.tenantId} and i.venue_id = ${of.venueId} and f.evidence_id = ${of.evidenceId}`.execute(
    tx,
  )
  return rows.length > 0
}

/** Gives stars; those a venue had until then are over. */
export async function insertStars(
  tx: Tx,
  granted: { venueId: string; stars: number; document: string; expiresOn: string; grantedBy: string },
): Promise<void> {
  await tx
    .insertInto('venue_stars')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      venue_id: granted.venueId,
      stars: granted.stars,
      document: granted.document,
      granted_on: sql`app_today()`,
      expires_on: granted.expiresOn,
      granted_by: granted.grantedBy,
    })
    .execute()
}

/** Takes back the stars a venue has; false when it has none. */
export async function withdrawStars(
  tx: Tx,
  taken: { venueId: string; because: string; withdrawnBy: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update venue_stars set withdrawn_on = app_today(), withdrawn_because = ${taken.because}, withdrawn_by = ${taken.withdrawnBy}
    where tenant_id = ${tx.tenantId} and venue_id = ${taken.venueId} and withdrawn_on is null and expires_on >= app_today()`.execute(
    tx,
  )
  return Number(numAffectedRows) > 0
}
