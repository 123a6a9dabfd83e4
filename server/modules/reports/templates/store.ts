import { sql } from 'kysely'
import type { ReportTemplate, TemplateCell, TemplateSheet } from '#contract/reports-templates.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A number of a sealed report and the cell it stands in. */
export interface FilledCell {
  sheet: string
  cell: string
  figure: number
}

/** Keeps a workbook as a template; answers its id. */
export async function insertTemplate(
  tx: Tx,
  template: {
    organisationId: string
    name: string
    fileName: string
    workbook: Buffer
    sheets: readonly TemplateSheet[]
    uploadedBy: string
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('report_templates')
    .values({
      tenant_id: tx.tenantId,
      id,
      organisation_id: template.organisationId,
      name: template.name,
      file_name: template.fileName,
      workbook: template.workbook,
      survey: JSON.stringify(template.sheets),
      uploaded_by: template.uploadedBy,
    })
    .execute()
  return id
}

/** Keeps a mapping; from now on it is the one that is used. */
export async function insertMapping(
  tx: Tx,
  mapping: { templateId: string; cells: readonly TemplateCell[]; savedBy: string },
): Promise<void> {
  await tx
    .insertInto('report_template_mappings')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      template_id: mapping.templateId,
      cells: JSON.stringify(mapping.cells),
      saved_by: mapping.savedBy,
    })
    .execute()
}

/** Keeps which figures of a sealed report stand in which cells. */
export async function insertFilling(
  tx: Tx,
  filling: { reportId: string; templateId: string; cells: readonly FilledCell[] },
): Promise<void> {
  await tx
    .insertInto('report_template_fillings')
    .values({
      tenant_id: tx.tenantId,
      report_id: filling.reportId,
      template_id: filling.templateId,
      cells: JSON.stringify(filling.cells),
    })
    .execute()
}

/** A template with its newest mapping and its fillings; undefined where there is none. */
export async function findTemplate(tx: Tx, id: string): Promise<ReportTemplate | undefined> {
  const { rows } = await sql<ReportTemplate & { uploadedAt: Date; survey: string; cells: string | null }>`
    select t.id, t.name, t.file_name as "fileName", t.organisation_id as "organisationId", t.uploaded_at as "uploadedAt", t.survey,
      (select m.cells from report_template_mappings m where m.tenant_id = t.tenant_id and m.template_id = t.id order by m.id desc limit 1) as cells,
      coalesce((select json_agg(json_build_object('reportId', f.report_id, 'title', r.title, 'filledAt', f.filled_at) order by f.filled_at desc)
        from report_template_fillings f join sealed_reports r on r.tenant_id = f.tenant_id and r.id = f.report_id
        where f.tenant_id = t.tenant_id and f.template_id = t.id), '[]'::json) as fillings
    from report_templates t where t.tenant_id = ${tx.tenantId} and t.id = ${id}`.execute(tx)
  const row = rows[0]
  if (row === undefined) return undefined
  const { survey, cells, ...template } = row
  return {
    ...template,
    uploadedAt: row.uploadedAt.toISOString(),
    sheets: JSON.parse(survey) as TemplateSheet[],
    mapping: cells === null ? [] : (JSON.parse(cells) as TemplateCell[]),
    fillings: template.fillings.map((each) => ({ ...each, filledAt: new Date(each.filledAt).toISOString() })),
  }
}

/** The workbook a sealed report was filled into, and which figures go where; undefined where it was sealed without one. */
export async function findFilling(
  tx: Tx,
  reportId: string,
): Promise<{ fileName: string; workbook: Buffer; cells: FilledCell[] } | undefined> {
  const row = await tx
    .selectFrom('report_template_fillings as f')
    .innerJoin('report_templates as t', (join) =>
      join.onRef('t.tenant_id', '=', 'f.tenant_id').onRef('t.id', '=', 'f.template_id'),
    )
    .select(['t.file_name as fileName', 't.workbook', 'f.cells'])
    .where('f.tenant_id', '=', tx.tenantId)
    .where('f.report_id', '=', reportId)
    .executeTakeFirst()
  return row && { ...row, cells: JSON.parse(row.cells) as FilledCell[] }
}
