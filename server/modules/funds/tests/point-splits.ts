import fc from 'fast-check'
import { pointPayers } from '#contract/funds-points.ts'
import { splitIntoParts } from '../points/rules.ts'
import { shareOut } from '#contract/share-out.ts'

const weight = fc.nat(1_000_000)
const some = (all: readonly number[]) => all.some((one) => one > 0)

/** Any yearly sum, weights of three payers, and parts. */
export const pointSplits = fc.record({
  totalFen: fc.integer({ min: 3, max: 10_000_000_000 }),
  weights: fc.tuple(weight, weight, weight).filter(some),
  parts: fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 }).filter(some),
})

type Split = typeof pointSplits extends fc.Arbitrary<infer T> ? T : never

/** Whether three payers’ shares over the parts add up: each payer’s parts to the share, the shares to the total; no part strays a fen from its weight. */
export function checkPointSplit({ totalFen, weights, parts }: Split): boolean {
  const sum = (all: readonly number[]) => all.reduce((so, each) => so + each, 0)
  const amounts = shareOut(totalFen, weights)
  const shares = pointPayers.map((payer, at) => ({ payer, amountFen: amounts[at]!, budgetId: payer }))
  const terms = parts.map((permille, at) => ({ part: at + 1, permille, reports: at }))
  const split = splitIntoParts(shares, terms)
  if (sum(split.map(({ amountFen }) => amountFen)) !== totalFen) return false
  if (split.some(({ amountFen }) => amountFen <= 0)) return false
  return shares.every((share) => {
    const own = split.filter(({ payer }) => payer === share.payer)
    const fair = own.every(
      ({ part, amountFen }) => Math.abs(amountFen - (share.amountFen * parts[part - 1]!) / sum(parts)) < 1,
    )
    return fair && sum(own.map(({ amountFen }) => amountFen)) === share.amountFen
  })
}
