import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shareOut } from './share-out.ts'

test('the fen that are left go to the largest remainders, the first named where two are alike', () => {
  assert.deepEqual(shareOut(100, [1, 1, 1]), [34, 33, 33])
  assert.deepEqual(shareOut(101, [1, 1, 1]), [34, 34, 33])
  assert.deepEqual(shareOut(5_000_000, [40, 40, 20]), [2_000_000, 2_000_000, 1_000_000])
  assert.deepEqual(shareOut(3_000_001, [3, 3, 4]), [900_000, 900_000, 1_200_001])
  assert.deepEqual(shareOut(-100, [1, 1, 1]), [-34, -33, -33])
  assert.deepEqual(shareOut(7, [0, 1, 0]), [0, 7, 0])
  assert.deepEqual(shareOut(0, [2, 3]), [0, 0])
})

test('what is not whole, or has nobody to go to, is refused', () => {
  assert.throws(() => shareOut(1.5, [1]), RangeError)
  assert.throws(() => shareOut(1, [0.5]), RangeError)
  assert.throws(() => shareOut(1, [-1, 2]), RangeError)
  assert.throws(() => shareOut(1, [0, 0]), RangeError)
})

test('three shares add up to the fen, and none is a fen away from its part', () => {
  const seed = 20261128
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5_000_000_000 }),
      fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000)).filter((all) => all.some((one) => one > 0)),
      (total, weights) => {
        const shares = shareOut(total, weights)
        const sum = weights[0] + weights[1] + weights[2]
        assert.equal(shares[0]! + shares[1]! + shares[2]!, total)
        shares.forEach((share, at) => assert.ok(Math.abs(share - (total * weights[at]!) / sum) < 1))
      },
    ),
    { seed, numRuns: 1000 },
  )
})
