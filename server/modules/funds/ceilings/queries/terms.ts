import type { BenefitCategory, Occasion, operations } from '#contract/funds-ceilings.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'
import { ceilingsFor, eventOf, type Ceiling } from '../rules.ts'
import { sumsBefore } from './benefits.ts'

/** The rules of benefits on a day in the region of the tenant, with their versions. */
export async function benefitTermsOn(tx: Tx, day: string) {
  const ceilings: Rule<Ceiling[]> = await ruleFor(tx, 'benefits.ceilings', day)
  const categories: Rule<BenefitCategory[]> = await ruleFor(tx, 'benefits.categories', day)
  const occasions: Rule<Occasion[]> = await ruleFor(tx, 'benefits.occasions', day)
  const inMoney: Rule<BenefitCategory[]> = await ruleFor(tx, 'benefits.in_money', day)
  return { ceilings, categories, occasions, inMoney }
}

/** The ceilings, categories and holidays that hold here today, what may be paid in money, and where all of it comes from. */
export async function getCeilings(tx: Tx, actor: Actor) {
  const { ceilings, categories, occasions, inMoney } = await benefitTermsOn(tx, actor.today)
  return {
    ceilings: ceilings.value,
    categories: categories.value,
    occasions: occasions.value,
    inMoney: inMoney.value,
    sources: [...new Set([ceilings, categories, occasions, inMoney].map(({ source }) => source))],
  }
}

/** The ceilings that hold for a benefit to somebody within reach on a day, and how much of each is used. */
export async function getBenefitRoom(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['getBenefitRoom']>,
): Promise<OutputOf<(typeof operations)['getBenefitRoom']>> {
  const { recordIds, organisationId } = (await personRecords(tx, input.personId)) ?? notFound()
  await mustReach(tx, { actor, permission: 'union_funds.record' }, organisationId ?? notFound())
  const { ceilings } = await benefitTermsOn(tx, input.givenOn)
  const used = await sumsBefore(tx, {
    recordIds,
    category: input.category,
    event: eventOf(input),
    year: input.givenOn.slice(0, 4),
    before: null,
  })
  const holding = ceilingsFor({ category: input.category, occasion: input.occasion ?? null }, ceilings.value)
  return {
    ceilings: holding.map((row) => ({ ...row, usedFen: row.per === 'year' ? used.yearFen : used.eventFen })),
    source: ceilings.source,
  }
}
