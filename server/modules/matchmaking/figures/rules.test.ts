import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shareOf } from './rules.ts'

test('three of ten may be one of ten or six of ten, three hundred of a thousand is about three of ten', () => {
  const few = shareOf(3, 10)!
  assert.deepEqual([few.low.toFixed(3), few.high.toFixed(3)], ['0.108', '0.603'])
  const many = shareOf(300, 1000)!
  assert.deepEqual([many.low.toFixed(3), many.high.toFixed(3)], ['0.272', '0.329'])
  assert.equal(shareOf(0, 0), null)
})

test('a share lies between its bounds, and they between nothing and all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (total, part) => {
      const { value, low, high } = shareOf(Math.min(part, total), total)!
      return low >= 0 && high <= 1 && low <= value + 1e-9 && value <= high + 1e-9
    }),
  )
})
