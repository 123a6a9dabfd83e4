import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assign, assignWithPrices } from './assignment.ts'

const matrices = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.tuple(
    fc.constant(size),
    fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
      minLength: size * size,
      maxLength: size * size,
    }),
  ),
)

test('the assignment is the best of all, up to seven a side', () => {
  fc.assert(
    fc.property(matrices, ([size, numbers]) => {
      const weights = Float64Array.from(numbers)
      const columnOf = assign(weights, size)
      assert.equal(new Set(columnOf).size, size)
      const ours = sumOf(weights, columnOf, size)
      const best = bestByTrying(weights, size)
      assert.ok(Math.abs(ours - best) <= 1e-6 * Math.max(1, Math.abs(best)), `${ours} is not ${best}`)
    }),
    { numRuns: 10_000 },
  )
})

test('for 350 a side the prices prove that nothing better exists', () => {
  const size = 350
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      let state = seed
      const weights = Float64Array.from({ length: size * size }, () => {
        state = (state * 48271 + 11) % 2147483647
        return state % 5 === 0 ? -1000 : (state % 1000) / 1000
      })
      const { columnOf, rowPrice, columnPrice } = assignWithPrices(weights, size)
      for (let row = 0; row < size; row++) {
        for (let column = 0; column < size; column++) {
          const left = -weights[row * size + column]! - rowPrice[row]! - columnPrice[column]!
          assert.ok(left > -1e-6, 'no pair costs less than its prices')
          if (columnOf[row] === column) assert.ok(left < 1e-6, 'a chosen pair costs exactly its prices')
        }
      }
    }),
    { numRuns: 3 },
  )
})

function sumOf(weights: Float64Array, columnOf: Int32Array, size: number): number {
  return columnOf.reduce((sum, column, row) => sum + weights[row * size + column]!, 0)
}

function bestByTrying(weights: Float64Array, size: number): number {
  const from = (row: number, used: number): number => {
    if (row === size) return 0
    let best = -Infinity
    for (let column = 0; column < size; column++) {
      if ((used >> column) & 1) continue
      best = Math.max(best, weights[row * size + column]! + from(row + 1, used | (1 << column)))
    }
    return best
  }
  return from(0, 0)
}
