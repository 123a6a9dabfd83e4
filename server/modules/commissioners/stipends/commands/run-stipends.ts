import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/stipends.ts'
import { mustReach } from '#server/modules/access/index.ts'
import {
  claimAll,
  lockBudget,
  taxCategory,
  taxed,
  yuanOf,
  type NewClaim,
} from '#server/modules/funds/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import type { GradesOf } from '../grades-of.ts'
import { firstDayAfter, isClaimed, lastDayOf, monthLines } from '../month-lines.ts'
import { insertLines, insertRun } from '../store.ts'

type Input = InputOf<(typeof operations)['runStipends']>

/**
 * Works a month out for an organisation and all below it and promises it on a budget, all or nothing. A month is paid once to a person: a second run
 * adds who was missing and differences, and refuses (422) where there is nothing new. Whoever runs it leaves themselves and near relatives to others.
 */
export function runStipendsBy(gradesOf: GradesOf) {
  return async (
    tx: Tx,
    actor: Actor,
    input: Input,
  ): Promise<{ runId: string; lines: number; grossFen: number }> => {
    const { organisationId, month } = input
    const budget = await lockBudget(tx, actor, input.budgetId)
    await mustReach(tx, { actor, permission: 'funds.write' }, organisationId)
    if (budget.purpose !== 'stipend') refuse('stipends.wrong_budget')
    if (actor.today < firstDayAfter(month)) refuse('stipends.month_not_over', { month })
    const tax = await taxCategory(tx, input.taxCategory ?? 'none', lastDayOf(month))
    const { rules, lines } = await monthLines(tx, actor, { organisationId, month, knownAt: null, gradesOf })
    const claimed = lines.filter(isClaimed).map((line) => ({ claimId: newId(), line }))
    if (claimed.length === 0) refuse('stipends.nothing_new', { month })
    const claims = claimed.map(({ claimId, line }): NewClaim => ({
      id: claimId,
      organisationId: line.organisationId,
      personId: line.personId,
      reason: 'stipend',
      period: month,
      number: line.claims,
      ...taxed(line.dueFen - line.beforeFen, tax),
    }))
    const grossFen = claims.reduce((sum, each) => sum + each.grossFen, 0)
    const runId = newId()
    await insertRun(tx, {
      id: runId,
      organisationId,
      budgetId: budget.id,
      month,
      taxCategory: tax.category,
      rules: { ...rules.versions, 'funds.tax_categories': tax.version },
      lineCount: claims.length,
      grossFen,
      runBy: actor.appointment?.id ?? null,
    })
    await claimAll(tx, actor, {
      subjectId: runId,
      budgetId: budget.id,
      taxCategory: tax.category,
      claims,
    })
    await insertLines(
      tx,
      runId,
      claimed.map(({ claimId, line }) => ({ ...line, claimId })),
    )
    await audit(tx, actor, 'stipends.run', {
      kind: 'stipend_run',
      id: runId,
      organisationId,
      params: { month, lines: claims.length, total: yuanOf(grossFen) },
    })
    return { runId, lines: claims.length, grossFen }
  }
}
