import type { BenefitCategory, Occasion } from '#contract/funds-ceilings.ts'

/** A ceiling of a category: for each event or each year, for one occasion only where one is named (D7). */
export interface Ceiling {
  category: BenefitCategory
  occasion?: Occasion
  per: 'event' | 'year'
  limitFen: number
}

/** A benefit that somebody is to get, and what they got of the same category before. */
export interface Benefit {
  category: BenefitCategory
  occasion: Occasion | null
  note: string
  amountFen: number
  /** Of the same event: the occasion of this year, or the event that is named. */
  eventFen: number
  yearFen: number
}

/** A ceiling that would be passed, and by how much. */
export interface Excess extends Ceiling {
  reachedFen: number
  excessFen: number
}

/** Why a benefit cannot be given at all. */
export type BenefitFault =
  | 'ceilings.category_not_listed'
  | 'ceilings.not_a_holiday'
  | 'ceilings.other_needs_note'
  | 'ceilings.goods_only'

/**
 * What is wrong with a benefit before any sum is looked at: not on the list of categories, another day than the list of holidays, other
 * without a note, money where only goods may be given.
 */
export function benefitFault(
  benefit: Pick<Benefit, 'category' | 'occasion' | 'note'> & { budgetId: string | null },
  allowed: { categories: readonly string[]; occasions: readonly string[]; inMoney: readonly string[] },
): BenefitFault | null {
  if (!allowed.categories.includes(benefit.category)) return 'ceilings.category_not_listed'
  if (benefit.category === 'holiday_gift') {
    if (benefit.occasion === null || !allowed.occasions.includes(benefit.occasion))
      return 'ceilings.not_a_holiday'
  }
  if (benefit.category === 'other' && benefit.note.trim().length < 4) return 'ceilings.other_needs_note'
  if (benefit.budgetId !== null && !allowed.inMoney.includes(benefit.category)) return 'ceilings.goods_only'
  return null
}

/** What the ceilings of an event are counted by: the holiday, the event that is named, or else the day. */
export function eventOf(benefit: {
  occasion?: Occasion | undefined
  event?: string | undefined
  givenOn: string
}): string {
  return benefit.occasion ?? benefit.event?.trim() ?? benefit.givenOn
}

/** The ceilings that hold for a benefit: those of its occasion, and for what no row of the occasion says those of the category. */
export function ceilingsFor(
  { category, occasion }: Pick<Benefit, 'category' | 'occasion'>,
  ceilings: readonly Ceiling[],
): Ceiling[] {
  const of = ceilings.filter((row) => row.category === category)
  const named = of.filter((row) => row.occasion !== undefined && row.occasion === occasion)
  const general = of.filter((row) => row.occasion === undefined && !named.some(({ per }) => per === row.per))
  return [...named, ...general]
}

/** The ceilings a benefit would pass: exactly at one is within it, one fen above is not (D7). */
export function excessesOf(benefit: Benefit, ceilings: readonly Ceiling[]): Excess[] {
  return ceilingsFor(benefit, ceilings)
    .map((ceiling) => {
      const before = ceiling.per === 'year' ? benefit.yearFen : benefit.eventFen
      const reachedFen = before + benefit.amountFen
      return { ...ceiling, reachedFen, excessFen: reachedFen - ceiling.limitFen }
    })
    .filter(({ excessFen }) => excessFen > 0)
}
