import type { ContributionKind } from '#contract/funds-contributions.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { DueDay, LateFee, Rate, SplitRow } from '../rules.ts'

/** The rules of a month's contribution, as they hold on its first day, with their versions. */
export async function termsOfMonth(tx: Tx, { month, kind }: { month: string; kind: ContributionKind }) {
  const day = `${month}-01`
  const rate: Rule<Rate> = await ruleFor(tx, 'contributions.rate', day)
  const dueDay: Rule<DueDay> = await ruleFor(tx, 'contributions.due_day', day)
  const split: Rule<SplitRow[]> = await ruleFor(tx, `contributions.split.${kind}`, day)
  const back: Rule<{ basisPoints: number }> = await ruleFor(tx, 'contributions.preparatory_return', day)
  const lateFee: Rule<LateFee> = await ruleFor(tx, 'contributions.late_fee', day)
  return { rate, dueDay, split, back, lateFee }
}
