import type { BenefitCategory, Occasion } from '#contract/funds-ceilings.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Ceiling } from '../rules.ts'

/** The rules of benefits on a day in the region of the tenant, with their versions. */
export async function benefitTermsOn(tx: Tx, day: string) {
  const ceilings: Rule<Ceiling[]> = await ruleFor(tx, 'benefits.ceilings', day)
  const categories: Rule<BenefitCategory[]> = await ruleFor(tx, 'benefits.categories', day)
  const occasions: Rule<Occasion[]> = await ruleFor(tx, 'benefits.occasions', day)
  return { ceilings, categories, occasions }
}

/** The ceilings, categories and holidays that hold here today, and where they come from. */
export async function getCeilings(tx: Tx, actor: Actor) {
  const { ceilings, categories, occasions } = await benefitTermsOn(tx, actor.today)
  return {
    ceilings: ceilings.value,
    categories: categories.value,
    occasions: occasions.value,
    sources: [...new Set([ceilings, categories, occasions].map(({ source }) => source))],
  }
}
