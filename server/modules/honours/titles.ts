import type { HonourTitle } from '#contract/honours.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** The titles that could be conferred on a day where the tenant lies (H6). */
export function titlesOn(tx: Tx, day: string): Promise<Rule<readonly HonourTitle[]>> {
  return ruleFor<readonly HonourTitle[]>(tx, 'honours.titles', day)
}
