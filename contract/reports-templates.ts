import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, operation, PageOf, PageQuery } from './operation.ts'
import { SealedReport } from './reports-seals.ts'

/**
 * What goes where: into one cell (`B4`) the figure of one organisation; into a range of one column (`C5:C12`) in each row the figure of the
 * directly led organisation that column A names.
 */
export const TemplateCell = Type.Object({
  sheet: Type.String({ minLength: 1, maxLength: 31 }),
  target: Type.String({ pattern: '^[A-Z]{1,3}[1-9][0-9]{0,6}(:[A-Z]{1,3}[1-9][0-9]{0,6})?$' }),
  measure: Type.String({ maxLength: 60 }),
  organisationId: Type.Optional(Id),
})
export type TemplateCell = Static<typeof TemplateCell>

/** A sheet as far as a mapping needs to know it. Rows are those that hold anything. */
export const TemplateSheet = Type.Object({
  name: Type.String(),
  lastRow: Type.Integer(),
  lastColumn: Type.Integer(),
  rows: Type.Array(Type.Object({ row: Type.Integer(), texts: Type.Array(Type.String()) })),
  formulas: Type.Array(Type.String({ description: 'cells that compute and are never filled' })),
})
export type TemplateSheet = Static<typeof TemplateSheet>

const named = {
  id: Id,
  name: Type.String(),
  fileName: Type.String(),
  organisationId: Id,
  uploadedAt: Instant,
}

/** A template in a list. */
export const ReportTemplateRow = Type.Object({
  ...named,
  cells: Type.Integer({ description: 'entries of its mapping' }),
  fillings: Type.Integer(),
})
export type ReportTemplateRow = Static<typeof ReportTemplateRow>

/** A template with its sheets, its mapping, and the reports it was filled with. */
export const ReportTemplate = Type.Object({
  ...named,
  sheets: Type.Array(TemplateSheet),
  mapping: Type.Array(TemplateCell),
  fillings: Type.Array(Type.Object({ reportId: Id, title: Type.String(), filledAt: Instant })),
})
export type ReportTemplate = Static<typeof ReportTemplate>

const template = Type.Object({ templateId: Id })

export const operations = {
  createReportTemplate: operation({
    method: 'POST',
    path: '/report-templates',
    summary: 'Keeps a superior’s workbook (.xlsx) to be filled',
    body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 80 }) }),
    file: 'upload',
    output: ReportTemplate,
    status: 201,
  }),
  listReportTemplates: operation({
    method: 'GET',
    path: '/report-templates',
    summary: 'Templates of one’s scope, the newest first',
    query: Type.Object(PageQuery),
    output: PageOf(ReportTemplateRow),
  }),
  getReportTemplate: operation({
    method: 'GET',
    path: '/report-templates/:templateId',
    summary: 'One template',
    params: template,
    output: ReportTemplate,
  }),
  saveTemplateMapping: operation({
    method: 'POST',
    path: '/report-templates/:templateId/mappings',
    summary: 'Says which figure goes into which cell, to be used again next year',
    params: template,
    body: Type.Object({ cells: Type.Array(TemplateCell, { minItems: 1, maxItems: 200 }) }),
    output: ReportTemplate,
  }),
  fillReportTemplate: operation({
    method: 'POST',
    path: '/report-templates/:templateId/fillings',
    summary:
      'Seals the figures of a mapping as of a day or of a period; the workbook is filled from the seal',
    params: template,
    body: Type.Object({
      title: Type.String({ minLength: 1, maxLength: 120 }),
      asOf: Type.Optional(DateOnly),
      from: Type.Optional(DateOnly),
      to: Type.Optional(DateOnly),
    }),
    output: SealedReport,
    status: 201,
  }),
  downloadFilledTemplate: operation({
    method: 'GET',
    path: '/sealed-reports/:reportId/workbook',
    summary: 'The workbook of a template with the sealed figures in its cells',
    params: Type.Object({ reportId: Id }),
    output: Type.String(),
    file: 'download',
  }),
}
