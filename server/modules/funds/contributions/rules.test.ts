import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  dueOf,
  dueOn,
  lateFeeOn,
  splitByLevel,
  splitFault,
  stateOn,
  toPassOn,
  type SplitRow,
} from './rules.ts'

const rate = { basisPoints: 200, rounding: 'half_up' } as const
const common: SplitRow[] = [
  { level: 'basic', basisPoints: 6000 },
  { level: 'superior', basisPoints: 3500 },
  { level: 'national', basisPoints: 500 },
]
const seed = 20261128

test('two per cent of the wage base, half a fen upward', () => {
  const cases = [
    [0, 0],
    [24, 0],
    [25, 1],
    [74, 1],
    [75, 2],
    [10_000_000, 200_000],
    [12_345_678, 246_914],
    [9_007_199_254_740_991, 180_143_985_094_820],
  ]
  for (const [base, due] of cases) assert.equal(dueOf(base!, rate), due, String(base))
  assert.equal(dueOf(75, { ...rate, rounding: 'down' }), 1)
  assert.throws(() => dueOf(0.5, rate), RangeError)
  assert.throws(() => dueOf(-1, rate), RangeError)
})

test('a contribution is never a fen away from its part of the base', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1_000_000_000_000 }),
      fc.integer({ min: 1, max: 10_000 }),
      (base, basisPoints) => {
        const due = dueOf(base, { basisPoints, rounding: 'half_up' })
        assert.ok(Math.abs(due * 10_000 - base * basisPoints) <= 5_000)
      },
    ),
    { seed, numRuns: 1000 },
  )
})

test('a month is due on the fifteenth of the next; a day the month does not have is its last', () => {
  const fifteenth = { monthsAfter: 1, dayOfMonth: 15 }
  assert.equal(dueOn('2026-09', fifteenth), '2026-10-15')
  assert.equal(dueOn('2026-12', fifteenth), '2027-01-15')
  assert.equal(dueOn('2027-01', { monthsAfter: 1, dayOfMonth: 31 }), '2027-02-28')
  assert.equal(dueOn('2028-01', { monthsAfter: 1, dayOfMonth: 31 }), '2028-02-29')
  assert.equal(dueOn('2026-11', { monthsAfter: 0, dayOfMonth: 25 }), '2026-11-25')
})

test('a split is whole to the basis point, names each level once and gives each something', () => {
  assert.equal(splitFault(common), null)
  assert.equal(splitFault([{ level: 'basic', basisPoints: 9_999 }]), 'not_whole')
  assert.equal(splitFault([{ level: 'basic', basisPoints: 10_001 }]), 'not_whole')
  assert.equal(splitFault([...common.slice(0, 2), { level: 'basic', basisPoints: 500 }]), 'level_twice')
  assert.equal(splitFault([...common, { level: 'street', basisPoints: 0 }]), 'not_positive')
  assert.equal(splitFault([]), 'not_whole')
  assert.throws(() => splitByLevel(1, []), RangeError)
})

test('what rounding leaves goes to the basic union, and without one to the level named first', () => {
  const amounts = (fen: number, split = common) => splitByLevel(fen, split).map(({ amountFen }) => amountFen)
  assert.deepEqual(amounts(10_000), [6_000, 3_500, 500])
  assert.deepEqual(amounts(1), [1, 0, 0])
  assert.deepEqual(amounts(10_019), [6_013, 3_506, 500])
  assert.deepEqual(amounts(10_019, [common[1]!, { level: 'national', basisPoints: 6_500 }]), [3_507, 6_512])
})

const splits = fc
  .uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 5 })
  .map((cuts) => [0, ...cuts.toSorted((one, other) => one - other), 10_000])
  .map((cuts) =>
    (['street', 'basic', 'district', 'city', 'province', 'national'] as const)
      .slice(0, cuts.length - 1)
      .map((level, at) => ({ level, basisPoints: cuts[at + 1]! - cuts[at]! })),
  )

test('whatever is split adds up to the fen, and nobody but the basic union gets more than the part', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000_000 }), splits, (fen, split) => {
      const shares = splitByLevel(fen, split)
      assert.equal(
        shares.reduce((so, { amountFen }) => so + amountFen, 0),
        fen,
      )
      for (const { level, amountFen, basisPoints } of shares) {
        const part = (BigInt(fen) * BigInt(basisPoints)) / 10_000n
        if (level === 'basic') assert.ok(amountFen >= part && amountFen < Number(part) + shares.length)
        else assert.equal(BigInt(amountFen), part)
      }
    }),
    { seed, numRuns: 1000 },
  )
})

test('either way of collection, what stays and what is passed on is everything that came in', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000 }), splits, (fen, split) => {
      const asked = { kind: 'regular', split, returnBasisPoints: 0 } as const
      assert.equal(
        toPassOn(fen, { ...asked, way: 'through_basic' }) + toPassOn(fen, { ...asked, way: 'through_tax' }),
        fen,
      )
    }),
    { seed, numRuns: 500 },
  )
})

test('forty per cent are paid up, sixty refunded, and a preparatory contribution returned by its rule', () => {
  const asked = { kind: 'regular', split: common, returnBasisPoints: 10_000 } as const
  assert.equal(toPassOn(100_000, { ...asked, way: 'through_basic' }), 40_000)
  assert.equal(toPassOn(100_000, { ...asked, way: 'through_tax' }), 60_000)
  assert.equal(toPassOn(100_000, { ...asked, kind: 'preparatory', way: 'through_tax' }), 100_000)
  const half = { ...asked, kind: 'preparatory', way: 'through_basic', returnBasisPoints: 5_000 } as const
  assert.equal(toPassOn(101, half), 51)
})

test('on its day a contribution is open, the day after it is overdue, and paid in full it is neither', () => {
  const due = { dueFen: 200, receivedFen: 199, dueOn: '2026-10-15' }
  assert.equal(stateOn('2026-10-15', due), 'open')
  assert.equal(stateOn('2026-10-16', due), 'overdue')
  assert.equal(stateOn('2026-10-16', { ...due, receivedFen: 200 }), 'paid')
})

test('a late fee grows by the day on what has not come in, is off by default, and may be capped at the debt', () => {
  const rule = { isCharged: true, basisPointsPerDay: 50, cap: 'none' } as const
  const debt = { dueFen: 100_000, dueOn: '2026-10-15', receipts: [] }
  assert.equal(lateFeeOn('2026-10-15', debt, rule), 0, 'on its day nothing is late')
  assert.equal(lateFeeOn('2026-10-16', debt, rule), 500)
  assert.equal(lateFeeOn('2026-10-25', debt, rule), 5_000)
  const half = { ...debt, receipts: [{ movedOn: '2026-10-20', amountFen: 50_000 }] }
  assert.equal(lateFeeOn('2026-10-25', half, rule), 1_250 + 2_500)
  const paid = { ...debt, receipts: [{ movedOn: '2026-10-20', amountFen: 100_000 }] }
  assert.equal(lateFeeOn('2027-10-25', paid, rule), 2_500, 'what came in grows no further')
  assert.equal(lateFeeOn('2030-01-01', debt, { ...rule, cap: 'debt' }), 100_000)
  assert.equal(lateFeeOn('2030-01-01', debt, { ...rule, isCharged: false }), 0)
})
