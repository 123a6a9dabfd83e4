import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkPointSplit, pointSplits } from '../tests/point-splits.ts'
import { findingsOf, grantFault, type Share } from './rules.ts'

const yearly = { leastFen: 3_000_000, mostFen: 5_000_000 }
const share = (payer: Share['payer'], amountFen: number): Share => ({ payer, amountFen, budgetId: payer })
const three = (...fen: [number, number, number]) => [
  share('two_new_committee', fen[0]),
  share('district_federation', fen[1]),
  share('street_town', fen[2]),
]

test('30,000 and 50,000 yuan exactly are granted, a fen beside either is not', () => {
  const fault = (totalFen: number) => grantFault({ totalFen, shares: three(1, 1, totalFen - 2) }, yearly)
  assert.deepEqual([3_000_000, 5_000_000].map(fault), [null, null])
  assert.deepEqual([2_999_999, 5_000_001].map(fault), ['points.outside_bounds', 'points.outside_bounds'])
})

test('shares that miss the total by a fen, or name a payer twice, are refused', () => {
  assert.equal(
    grantFault({ totalFen: 3_000_000, shares: three(1_000_000, 1_000_000, 999_999) }, yearly),
    'points.shares_differ',
  )
  const twice = [share('street_town', 1_000_000), share('street_town', 2_000_000)]
  assert.equal(grantFault({ totalFen: 3_000_000, shares: twice }, yearly), 'points.payer_twice')
})

test('whatever is shared by three and paid in parts adds up to the fen, by payer, by part and in all', () => {
  fc.assert(fc.property(pointSplits, checkPointSplit), { seed: 20261128, numRuns: 1000 })
})

test('a criterion is met at its number exactly; without an accepted report none of the areas is', () => {
  const criteria = { reports: 1, leastArea: 60, leastMean: 80, months: 24 }
  const scores = { organisation: 100, cadres: 100, venue: 80, contests: 60, brand: 60 }
  assert.equal(
    findingsOf({ acceptedReports: 1, scores }, criteria).every(({ isMet }) => isMet),
    true,
  )
  const unmet = (found: ReturnType<typeof findingsOf>) =>
    found.filter(({ isMet }) => !isMet).map(({ criterion }) => criterion)
  assert.deepEqual(unmet(findingsOf({ acceptedReports: 1, scores: { ...scores, brand: 59 } }, criteria)), [
    'brand',
    'mean',
  ])
  assert.equal(unmet(findingsOf({ acceptedReports: 0, scores: null }, criteria)).length, 7)
})
