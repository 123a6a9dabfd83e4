import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allocate, allocationFault, classOf, directShare, type Candidate } from './rules.ts'

const classes = [
  { class: 'new_small', weight: 150 },
  { class: 'standard', weight: 100 },
]
const union = (unionId: string, of: string, workers: number): Candidate => ({ unionId, class: of, workers })

test('a worker of a small new union weighs half as much again as another', () => {
  const shares = allocate(400_000, [union('a', 'new_small', 100), union('b', 'standard', 250)], classes)
  assert.deepEqual(
    shares.map(({ amountFen }) => amountFen),
    [150_000, 250_000],
  )
})

test('a union falls into the first class that fits it', () => {
  const rule = [
    { class: 'new_small', weight: 150, isTwoNew: true, mostWorkers: 24 },
    { class: 'new', weight: 120, isTwoNew: true },
    { class: 'standard', weight: 100 },
  ]
  assert.equal(classOf({ isTwoNew: true, workers: 24 }, rule), 'new_small')
  assert.equal(classOf({ isTwoNew: true, workers: 25 }, rule), 'new')
  assert.equal(classOf({ isTwoNew: false, workers: 24 }, rule), 'standard')
  assert.equal(classOf({ isTwoNew: false, workers: 24 }, rule.slice(0, 2)), null)
})

test('a union named twice, of a class without a weight or without workers is refused', () => {
  assert.equal(allocationFault([union('a', 'standard', 1)], classes), null)
  assert.equal(
    allocationFault([union('a', 'standard', 1), union('a', 'standard', 2)], classes),
    'allocations.union_twice',
  )
  assert.equal(allocationFault([union('a', 'golden', 1)], classes), 'allocations.unknown_class')
  assert.equal(allocationFault([union('a', 'standard', 0)], classes), 'allocations.no_workers')
})

test('whatever is allocated adds up to the fen, and who is alike gets alike but for a fen', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1_000_000_000 }),
      fc.array(fc.tuple(fc.constantFrom('new_small', 'standard'), fc.integer({ min: 1, max: 50 })), {
        minLength: 1,
        maxLength: 20,
      }),
      (fen, unions) => {
        const shares = allocate(
          fen,
          unions.map(([of, workers], at) => union(String(at), of, workers)),
          classes,
        )
        assert.equal(
          shares.reduce((so, { amountFen }) => so + amountFen, 0),
          fen,
        )
        for (const one of shares)
          for (const other of shares)
            if (one.weight === other.weight) assert.ok(Math.abs(one.amountFen - other.amountFen) <= 1)
      },
    ),
    { seed: 20261128, numRuns: 500 },
  )
})

test('the share spent on workers is rounded down, and without spending there is none', () => {
  assert.equal(directShare({ spentFen: 0, onWorkersFen: 0 }), null)
  assert.equal(directShare({ spentFen: 3, onWorkersFen: 2 }), 6_666)
  assert.equal(directShare({ spentFen: 5, onWorkersFen: 5 }), 10_000)
})
