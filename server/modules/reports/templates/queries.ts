import { sql } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations, ReportTemplate, ReportTemplateRow } from '#contract/reports-templates.ts'
import { inScope, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { fillWorkbook } from '#server/platform/workbook/index.ts'
import { mustReadReport } from '../seals/queries/report.ts'
import { partsOf } from '../seals/definition.ts'
import { storedFigures, type StoredFigure } from '../seals/stored.ts'
import { findFilling, findTemplate } from './store.ts'

type Asked = InputOf<(typeof operations)['listReportTemplates']>
type Answer = OutputOf<(typeof operations)['listReportTemplates']>

/** One template within scope. */
export async function getReportTemplate(
  tx: Tx,
  actor: Actor,
  { templateId }: { templateId: string },
): Promise<ReportTemplate> {
  const template = found(await findTemplate(tx, templateId))
  await mustReach(tx, { actor, permission: 'reports.seal' }, template.organisationId)
  return template
}

/** Templates of organisations within scope, the newest first. */
export async function listReportTemplates(tx: Tx, actor: Actor, input: Asked): Promise<Answer> {
  const limit = input.limit ?? 50
  const [before] = readCursor(input.cursor, [''])
  const { rows } = await sql<ReportTemplateRow & { uploadedAt: Date }>`
    select t.id, t.name, t.file_name as "fileName", t.organisation_id as "organisationId", t.uploaded_at as "uploadedAt",
      coalesce((select json_array_length(m.cells::json) from report_template_mappings m where m.tenant_id = t.tenant_id and m.template_id = t.id
        order by m.id desc limit 1), 0) as cells,
      (select count(*)::int from report_template_fillings f where f.tenant_id = t.tenant_id and f.template_id = t.id) as fillings
    from report_templates t where t.tenant_id = ${tx.tenantId} and ${inScope(tx, { actor, permission: 'reports.seal' }, sql.ref('t.organisation_id'))}
      and (${before} = '' or t.id < nullif(${before}, '')::uuid) order by t.id desc limit ${limit + 1}`.execute(
    tx,
  )
  const items = rows.slice(0, limit).map((row) => ({ ...row, uploadedAt: row.uploadedAt.toISOString() }))
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null }
}

/** The workbook of a template with the figures of a sealed report in its cells: the values that were sealed, whatever is counted today. */
export async function downloadFilledTemplate(
  tx: Tx,
  actor: Actor,
  { reportId }: { reportId: string },
): Promise<Download> {
  const report = await mustReadReport(tx, actor, reportId)
  const filling = found(await findFilling(tx, reportId))
  const figures = await storedFigures(tx, reportId)
  for (const organisationId of new Set([
    report.organisationId,
    ...figures.map((each) => each.organisationId),
  ]))
    await mustReach(tx, { actor, permission: 'figures.open' }, organisationId)
  const totals = new Map(figures.map((figure) => [figure.number, inUnitOfForms(figure)]))
  const body = await fillWorkbook(
    filling.workbook,
    filling.cells.map(({ sheet, cell, figure }) => ({ sheet, cell, value: totals.get(figure)! })),
  )
  return {
    fileName: filling.fileName,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body,
  }
}

// Money is counted in fen; forms ask for yuan.
function inUnitOfForms({ total, body }: StoredFigure): number {
  return partsOf(body)['unit'] === 'fen' ? total / 100 : total
}
