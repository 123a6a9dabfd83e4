import { operations } from '#contract/reports-templates.ts'
import { downloadRoute, route, uploadRoute, type Route } from '#server/platform/http/route.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { fillReportTemplateOf } from './fill-template.ts'
import { saveTemplateMappingOf } from './map-template.ts'
import { downloadFilledTemplate, getReportTemplate, listReportTemplates } from './queries.ts'
import { receiveTemplate } from './receive-template.ts'

const seal = 'reports.seal'

/** A superior's own workbook: kept, mapped once, and filled from sealed figures year after year. */
export function templateRoutes(definitions: readonly MeasureDefinition[]): readonly Route[] {
  return [
    uploadRoute('createReportTemplate', operations.createReportTemplate, seal, receiveTemplate),
    route('listReportTemplates', operations.listReportTemplates, seal, listReportTemplates),
    route('getReportTemplate', operations.getReportTemplate, seal, getReportTemplate),
    route('saveTemplateMapping', operations.saveTemplateMapping, seal, saveTemplateMappingOf(definitions)),
    route('fillReportTemplate', operations.fillReportTemplate, seal, fillReportTemplateOf(definitions)),
    downloadRoute(
      'downloadFilledTemplate',
      operations.downloadFilledTemplate,
      'figures.open',
      downloadFilledTemplate,
    ),
  ]
}
