import type { InputOf } from '#contract/operation.ts'
import type { operations, ReportTemplate } from '#contract/reports-templates.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, refuse } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { misfitOf } from './rules.ts'
import { findTemplate, insertMapping } from './store.ts'

type Mapping = InputOf<(typeof operations)['saveTemplateMapping']>

/** Saves which figure goes into which cell. A cell outside the sheet, one with a formula, or a measure nobody declares is refused by name, and nothing is saved. */
export function saveTemplateMappingOf(definitions: readonly MeasureDefinition[]) {
  return async (tx: Tx, actor: Actor, input: Mapping): Promise<ReportTemplate> => {
    if (actor.appointment === null) forbidden()
    const template = found(await findTemplate(tx, input.templateId))
    await mustReach(tx, { actor, permission: 'reports.seal' }, template.organisationId)
    const misfit = misfitOf(input.cells, template.sheets)
    if (misfit !== null) refuse(misfit.code, { cell: misfit.cell })
    const unknown = input.cells.find(({ measure }) => !definitions.some(({ name }) => name === measure))
    if (unknown !== undefined) refuse('reports.metric_unknown', { measure: unknown.measure })
    for (const { organisationId } of input.cells)
      if (organisationId !== undefined)
        await mustReach(tx, { actor, permission: 'figures.open' }, organisationId)
    await insertMapping(tx, { templateId: template.id, cells: input.cells, savedBy: actor.appointment.id })
    await audit(tx, actor, 'reports.template_mapped', {
      kind: 'report_template',
      id: template.id,
      organisationId: template.organisationId,
      params: { cells: input.cells.length },
    })
    return found(await findTemplate(tx, template.id))
  }
}
