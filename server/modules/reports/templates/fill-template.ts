import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { FigureToSeal, SealedReport } from '#contract/reports-seals.ts'
import type { operations } from '#contract/reports-templates.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { sealReportOf } from '../seals/commands/seal-report.ts'
import { comparable, targetsOf, type Target } from './rules.ts'
import { findTemplate, insertFilling } from './store.ts'

type Fill = InputOf<(typeof operations)['fillReportTemplate']>

const mostFigures = 400

/**
 * Seals the figures of a template's mapping as of a day (stocks) or of a period (flows); the workbook is made from the seal whenever it is asked for.
 * A name in column A that no directly led organisation bears is refused, all such names at once, and nothing is sealed.
 */
export function fillReportTemplateOf(definitions: readonly MeasureDefinition[]) {
  const seal = sealReportOf(definitions)
  return async (tx: Tx, actor: Actor, input: Fill): Promise<SealedReport> => {
    const template = found(await findTemplate(tx, input.templateId))
    await mustReach(tx, { actor, permission: 'reports.seal' }, template.organisationId)
    if (template.mapping.length === 0) refuse('reports.not_mapped')
    const asOf = input.asOf ?? actor.today
    const targets = targetsOf(template.mapping, template.sheets)
    if (targets.length > mostFigures) refuse('reports.too_many_cells', { most: mostFigures })
    const organisations = await organisationsOf(tx, targets, { home: template.organisationId, asOf })
    const figures = targets.map((target, index): FigureToSeal => {
      const isFlow = definitions.find(({ name }) => name === target.measure)?.counts === 'flow'
      return {
        measure: target.measure,
        organisationId: organisations[index]!,
        asOf,
        ...(isFlow && input.from !== undefined ? { from: input.from } : {}),
        ...(isFlow && input.to !== undefined ? { to: input.to } : {}),
      }
    })
    const report = await seal(tx, actor, {
      title: input.title,
      organisationId: template.organisationId,
      figures,
    })
    await insertFilling(tx, {
      reportId: report.id,
      templateId: template.id,
      cells: targets.map(({ sheet, cell }, index) => ({ sheet, cell, figure: index + 1 })),
    })
    return report
  }
}

/** Whose figure stands in each target: the organisation that was said, or the one its row names. */
async function organisationsOf(
  tx: Tx,
  targets: readonly Target[],
  { home, asOf }: { home: string; asOf: string },
): Promise<string[]> {
  const children = new Map<string, ReadonlyMap<string, string>>()
  const unmatched: string[] = []
  const ids: string[] = []
  for (const { organisationId, rowName, cell } of targets) {
    const parent = organisationId ?? home
    if (rowName === null) {
      ids.push(parent)
      continue
    }
    if (!children.has(parent)) children.set(parent, await childrenOf(tx, parent, asOf))
    const id = children.get(parent)!.get(comparable(rowName))
    if (id === undefined) unmatched.push(`A${/\d+$/.exec(cell)![0]} ${rowName}`)
    else ids.push(id)
  }
  if (unmatched.length > 0)
    refuse('reports.names_unmatched', { names: [...new Set(unmatched)].slice(0, 30).join('、') })
  return ids
}

async function childrenOf(tx: Tx, parentId: string, asOf: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select a.child_id as id, p.name from affiliations a
    join organisation_profiles p on p.tenant_id = a.tenant_id and p.organisation_id = a.child_id and p.superseded_at is null
      and p.starts_on <= ${asOf}::date and (p.ends_before is null or ${asOf}::date < p.ends_before)
    where a.tenant_id = ${tx.tenantId} and a.parent_id = ${parentId} and a.kind = 'leads' and a.superseded_at is null
      and a.starts_on <= ${asOf}::date and (a.ends_before is null or ${asOf}::date < a.ends_before)`.execute(
    tx,
  )
  return new Map(rows.map(({ id, name }) => [comparable(name), id]))
}
