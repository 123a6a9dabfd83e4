import type { Grade } from '#contract/assessments-schemes.ts'
import type { Reason } from '#contract/assessments.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { gradeOf } from '../grading/grade.ts'
import type { PeriodRow } from '../schemes/find-period.ts'
import { gatherFacts, knownOf, type Computed, type Facts } from './facts.ts'

/** What an assessment comes to from what is known now, with the facts it rests on and the numbered reasons. Nothing of it is kept. */
export async function computeResult(
  tx: Tx,
  period: PeriodRow,
  assessment: Computed,
): Promise<{ score: number | null; grade: Grade; facts: Facts; reasons: readonly Reason[] }> {
  const facts = await gatherFacts(tx, period, assessment)
  const { score, grade, reasons } = gradeOf(period.content, knownOf(facts), period.terms)
  return { score, grade, facts, reasons }
}
