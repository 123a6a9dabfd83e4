import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A checklist: how many of its items must be met, and for how many months evidence of each usually holds. */
export interface Standard {
  needed: number
  items: readonly { code: string; zh: string; en: string; months: number }[]
}

/** The key of the rule that holds the standard of a kind of venue. */
export const standardKey = (kind: string) => `venues.standard.${kind}`

/** The standard of a kind of venue as it holds on a day where the tenant lies (G1: four lists of six, and seven for studios). */
export function standardOf(tx: Tx, kind: string, day: string): Promise<Rule<Standard>> {
  return ruleFor<Standard>(tx, standardKey(kind), day)
}
