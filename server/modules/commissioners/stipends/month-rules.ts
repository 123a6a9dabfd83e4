import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { StipendRules } from './rules.ts'

/** A post that is entitled to a stipend; other kinds only by another row. */
export interface EntitledPost {
  post: string
  fullTime: boolean
}

/** The rules of a month with their versions, as they held on its last day. */
export interface MonthRules extends StipendRules {
  entitled: readonly EntitledPost[]
  /** Whether induction must be completed by the last day of the month. */
  induction: { required: boolean }
  /** By key: the version that a decision stores. */
  versions: Readonly<Record<string, string>>
}

/** The rules that hold for a month where the tenant lies. */
export async function rulesOfMonth(tx: Tx, lastDay: string): Promise<MonthRules> {
  const grades: Rule<StipendRules['grades']> = await ruleFor(tx, 'stipends.grades', lastDay)
  const bounds: Rule<StipendRules['bounds']> = await ruleFor(tx, 'stipends.bounds', lastDay)
  const partialMonth: Rule<StipendRules['partialMonth']> = await ruleFor(
    tx,
    'stipends.partial_month',
    lastDay,
  )
  const entitled: Rule<EntitledPost[]> = await ruleFor(tx, 'stipends.entitled', lastDay)
  const induction: Rule<{ required: boolean }> = await ruleFor(tx, 'stipends.induction', lastDay)
  const all = [grades, bounds, partialMonth, entitled, induction]
  return {
    grades: grades.value,
    bounds: bounds.value,
    partialMonth: partialMonth.value,
    entitled: entitled.value,
    induction: induction.value,
    versions: Object.fromEntries(all.map((rule) => [rule.key, rule.version])),
  }
}
