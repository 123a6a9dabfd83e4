import type { DirectPointTerms } from '#contract/funds-points.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Criteria, PartTerm, Yearly } from '../rules.ts'

/** The rules of a grant on a day, with their versions. */
export async function termsOn(tx: Tx, day: string) {
  const yearly: Rule<Yearly> = await ruleFor(tx, 'direct_points.yearly', day)
  const shares: Rule<DirectPointTerms['weights']> = await ruleFor(tx, 'direct_points.shares', day)
  const parts: Rule<PartTerm[]> = await ruleFor(tx, 'direct_points.parts', day)
  return { yearly, shares, parts }
}

/** The criteria of demonstration points on a day. */
export function criteriaOn(tx: Tx, day: string): Promise<Rule<Criteria>> {
  return ruleFor<Criteria>(tx, 'direct_points.demonstration', day)
}

/** What the rules of today say of a new grant. */
export async function getDirectPointTerms(tx: Tx, actor: Actor): Promise<DirectPointTerms> {
  const { yearly, shares, parts } = await termsOn(tx, actor.today)
  return {
    ...yearly.value,
    weights: shares.value,
    parts: parts.value,
    sources: [...new Set([yearly, shares, parts].map(({ source }) => source))],
  }
}
