import fc from 'fast-check'
import { shareOut } from '#contract/share-out.ts'
import { checkPointSplit, pointSplits } from './tests/point-splits.ts'
import { playMoney } from './tests/play-money.ts'

/** A million random postings beside a model, and 100,000 random splits in three that add up to the fen. */
export async function run({ count, seed }: { count: number | undefined; seed: number }): Promise<string> {
  const wanted = count ?? 1_000_000
  const splits = Math.max(1, Math.round(wanted / 10))
  const weight = fc.nat(1_000_000)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000_000 }),
      fc.tuple(weight, weight, weight).filter((all) => all.some((one) => one > 0)),
      (total, weights) => {
        const sum = weights.reduce((so, each) => so + each, 0)
        const shares = shareOut(total, weights)
        if (shares.reduce((so, each) => so + each, 0) !== total) return false
        return shares.every((share, at) => Math.abs(share - (total * weights[at]!) / sum) < 1)
      },
    ),
    { seed, numRuns: splits },
  )
  fc.assert(fc.property(pointSplits, checkPointSplit), { seed, numRuns: splits })
  const { postings, entries, refused, reversed } = await playMoney({ count: wanted, seed })
  return `${postings} postings in ${entries} entries (${reversed} reversals), ${refused} refused as overdrawn: trial balance zero, nothing below zero, paid ≤ committed ≤ budget; ${splits} splits in three, and as many paid in parts, add up to the fen`
}
