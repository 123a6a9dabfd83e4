import { sql } from 'kysely'
import { canReach, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'

/** One inspection as it is printed. */
export interface InspectionReport {
  name: string
  keeper: string
  address: string
  /** Longitude and latitude with their datum; null: unknown. */
  position: string | null
  inspectedOn: string
  revisitOn: string | null
  source: string
  note: string
  inspectedBy: string
  items: {
    title: string
    isMet: boolean
    validUntil: string | null
    hasPicture: boolean
    note: string
  }[]
}

/** The report of one inspection of a venue within scope, as .docx. */
export async function downloadVenueInspection(
  tx: Tx,
  actor: Actor,
  input: { venueId: string; inspectionId: string },
): Promise<Download> {
  const { rows } = await sql<InspectionReport & { organisationId: string }>`
    select v.organisation_id as "organisationId", v.name, keeper.name as keeper, v.address,
      case when v.datum is null then null else v.longitude || ', ' || v.latitude || '（' || v.datum || '）' end as position,
      i.inspected_on as "inspectedOn", i.revisit_on as "revisitOn", r.document || ' ' || r.article as source, i.note,
      coalesce(judge.name, '') as "inspectedBy",
      (select json_agg(json_build_object('title', listed.entry->>'zh', 'isMet', f.is_met, 'validUntil', f.valid_until,
          'hasPicture', f.evidence_id is not null, 'note', f.note) order by listed.place)
        from jsonb_array_elements(r.value->'items') with ordinality as listed (entry, place)
        join venue_findings f on f.tenant_id = i.tenant_id and f.inspection_id = i.id and f.item = listed.entry->>'code') as items
    from venue_inspections i
    join venues v on v.tenant_id = i.tenant_id and v.id = i.venue_id
    join rules r on r.id = i.rule_id
    cross join lateral (${lastName(tx, sql.ref('v.organisation_id'))}) keeper
    left join lateral (select a.organisation_id from appointments a where a.tenant_id = i.tenant_id and a.appointment_id = i.inspected_by
      order by a.superseded_at desc nulls first limit 1) a on true
    left join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) judge on true
    where i.tenant_id = ${tx.tenantId} and i.id = ${input.inspectionId} and i.venue_id = ${input.venueId}`.execute(
    tx,
  )
  const { organisationId, ...report } = found(rows[0])
  if (!(await canReach(tx, { actor, permission: 'venues.read' }, organisationId))) notFound()
  // Heavy, and wanted by few: loaded when somebody takes a document.
  const { makeReport } = await import('./report-document.ts')
  return {
    fileName: `阵地核查报告 ${report.inspectedOn}.docx`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeReport(report),
  }
}
