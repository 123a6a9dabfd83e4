import type { Grade, PeriodTerms } from '#contract/assessments-schemes.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** The rules of a period as they hold on the day it is opened, each with its version and source. */
export async function termsOn(tx: Tx, day: string): Promise<PeriodTerms> {
  const bands = await ruleFor<{ grade: Grade; from: number }[]>(tx, 'assessments.grades', day)
  const numbers = []
  for (const key of ['month_days', 'least_months', 'appeal_days', 'least_voices'])
    numbers.push(await ruleFor<number>(tx, `assessments.${key}`, day))
  const [monthDays, leastMonths, appealDays, leastVoices] = numbers.map((rule) => rule.value)
  return {
    bands: bands.value,
    monthDays: monthDays!,
    leastMonths: leastMonths!,
    appealDays: appealDays!,
    leastVoices: leastVoices!,
    rules: [bands, ...numbers].map(({ key, version, source }: Rule<unknown>) => ({ key, version, source })),
  }
}
