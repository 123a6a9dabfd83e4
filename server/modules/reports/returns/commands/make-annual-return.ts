import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { AnnualReturn, operations } from '#contract/reports-returns.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, refuse } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { sealReportOf } from '../../seals/commands/seal-report.ts'
import { linesAt } from '../queries/lines-at.ts'
import { returnOf } from '../queries/returns.ts'
import { statisticalYear } from '../rules.ts'
import { insertLines, insertReturn, lockOrganisation } from '../store.ts'

type Input = InputOf<(typeof operations)['makeAnnualReturn']>

/**
 * Makes the annual return of the basic unions of a scope (form NBJC, rule `returns.year_ends`): seals members and workers as of the end of the
 * statistical year and keeps a line for each union, checked. Made again, it is a correction beside the one before. A year that is not
 * over is refused.
 */
export function makeAnnualReturnOf(definitions: readonly MeasureDefinition[]) {
  const seal = sealReportOf(definitions)
  return async (tx: Tx, actor: Actor, input: Input): Promise<AnnualReturn> => {
    if (actor.appointment === null) forbidden()
    const organisationId = input.organisationId ?? actor.appointment.organisationId
    found(await lockOrganisation(tx, organisationId))
    await mustReach(tx, { actor, permission: 'reports.seal' }, organisationId)
    const rule = await ruleFor<string>(tx, 'returns.year_ends', `${input.year}-12-31`)
    const days = statisticalYear(input.year, rule.value)
    if (days.endsOn > actor.today) refuse('reports.year_not_over', { day: days.endsOn })

    const correctsId = await newestReport(tx, { organisationId, year: input.year })
    const report = await seal(tx, actor, {
      title: `${input.year} 年度基层工会统计年报`,
      ...(correctsId === null ? { organisationId } : { correctsId }),
      figures: ['members', 'workers'].map((measure) => ({ measure, organisationId, asOf: days.endsOn })),
    })
    const lines = await linesAt(tx, {
      organisationId,
      year: input.year,
      moment: { asOf: days.endsOn, knownAt: report.knownAt },
      reportId: report.id,
    })
    if (lines.length === 0) refuse('reports.no_unions_then', { day: days.endsOn })
    const id = await insertReturn(tx, {
      organisationId,
      year: input.year,
      ...days,
      ruleId: rule.version,
      reportId: report.id,
      madeBy: actor.appointment.id,
    })
    await insertLines(tx, id, lines)
    await audit(tx, actor, 'reports.return_made', {
      kind: 'annual_return',
      id,
      organisationId,
      params: { year: input.year, unions: lines.length },
    })
    return returnOf(tx, id)
  }
}

/** The sealed report of the year's return as it stands today, corrections of it included; null where there is none yet. */
async function newestReport(
  tx: Tx,
  { organisationId, year }: { organisationId: string; year: number },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with recursive line as (
      select r.report_id as id from annual_returns r where r.tenant_id = ${tx.tenantId} and r.organisation_id = ${organisationId} and r.year = ${year}
      union
      select n.id from sealed_reports n join line on n.corrects_id = line.id where n.tenant_id = ${tx.tenantId})
    select line.id from line where not exists (select from sealed_reports n where n.tenant_id = ${tx.tenantId} and n.corrects_id = line.id)`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}
